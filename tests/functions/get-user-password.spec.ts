import { expect } from "chai";
import * as pulumi from "@pulumi/pulumi";
import { PingOneApiError, PingOneConfigError } from "../../provider/errors";
import { getUserPassword, getUserPasswordOutput } from "../../provider/functions/get-user-password";
import { refusalOf } from "../errors/refusal-of";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "../operations/unknown-user";
import { settingsOf, valueOf, withoutMocks } from "./without-engine";

withSimulator("getUserPassword", (simulator) => {
  beforeEach(withoutMocks);
  const connection = () => settingsOf(simulator);

  it("answers the state, and no policy beside its id", async () => {
    const user = addUser(simulator, { password: "First-Secret.42", forceChange: true });
    const stored = simulator.readUser(user.userId)?.password;
    expect(await getUserPassword({ ...user, connection: connection() })).to.deep.equal({
      ...user,
      status: "MUST_CHANGE_PASSWORD",
      lastChangedAt: stored?.lastChangedAt,
      passwordPolicyId: stored?.passwordPolicyId,
    });
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
  });

  it("answers the same later, so that nothing that is made of it changes", async () => {
    const user = addUser(simulator, { password: "First-Secret.42" });
    const first = await getUserPassword({ ...user, connection: connection() });
    simulator.advance(60_000);
    expect(await getUserPassword({ ...user, connection: connection() })).to.deep.equal(first);
  });

  it("fails for a user who does not exist", async () => {
    const call = getUserPassword({ ...unknownUser(simulator), connection: connection() });
    expect(await refusalOf(PingOneApiError, call)).to.include({ status: 404 });
  });

  it("names an argument that is no UUID, before any call", async () => {
    const { environmentId } = simulator;
    const error = await refusalOf(
      PingOneConfigError,
      getUserPassword({ environmentId, userId: "alice", connection: connection() }),
    );
    expect(error.message).to.match(
      /^pingone\.getUserPassword \(environmentId [0-9a-f-]+\): userId has to be a PingOne id/,
    );
    expect(simulator.ledger.entries).to.have.length(0);
  });

  it("waits for outputs, also inside the connection", async () => {
    const user = addUser(simulator);
    const { clientSecret, ...others } = connection();
    const state = getUserPasswordOutput({
      ...user,
      connection: { ...others, clientSecret: pulumi.secret(clientSecret) },
    });
    expect((await valueOf(state)).status).to.equal("NO_PASSWORD");
  });
});
