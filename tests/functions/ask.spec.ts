import { expect } from "chai";
import * as pulumi from "@pulumi/pulumi";
import type { ConnectionSettings } from "../../provider/config";
import { PingOneConfigError, PingOneError } from "../../provider/errors";
import { getUser } from "../../provider/functions/get-user";
import { getUserPassword } from "../../provider/functions/get-user-password";
import { refusalOf } from "../errors/refusal-of";
import { addUser, withSimulator } from "../helpers/with-simulator";
import { settingsOf, withoutMocks } from "./without-engine";

withSimulator("a function's connection", (simulator) => {
  const before = { ...process.env };

  beforeEach(() => {
    withoutMocks();
    for (const name of Object.keys(process.env).filter((candidate) => candidate.startsWith("PINGONE_"))) {
      Reflect.deleteProperty(process.env, name);
    }
  });
  afterEach(() => {
    Object.assign(process.env, before);
    pulumi.runtime.setAllConfig({});
  });
  const tokens = () => simulator.ledger.entries.filter(({ operation }) => operation === "issueToken");

  it("is the one given", async () => {
    Object.assign(process.env, { ...simulator.env, PINGONE_CLIENT_SECRET: "wrong" });
    await getUser({ ...addUser(simulator), connection: settingsOf(simulator) });
    expect(tokens()).to.have.length(1);
  });

  it("is what an empty environmentId lacks first, where both come from variables that are not set", async () => {
    const error = await refusalOf(PingOneConfigError, getUser({ environmentId: "", username: "alice" }));
    expect(error.message).to.contain("The connection to PingOne is not configured");
    Object.assign(process.env, simulator.env);
    const other = await refusalOf(PingOneConfigError, getUser({ environmentId: "", username: "alice" }));
    expect(other.message).to.contain("environmentId is missing");
  });

  it("is that of the environment", async () => {
    Object.assign(process.env, simulator.env);
    await getUser(addUser(simulator));
    expect(tokens()).to.have.length(1);
  });

  it("is left out as null, as by a name that has no value", async () => {
    Object.assign(process.env, simulator.env);
    const left = JSON.parse('{"connection":null}') as object;
    const user = addUser(simulator);
    for (const given of [left, { conection: undefined }]) {
      expect((await getUser({ ...user, ...given })).userId).to.equal(user.userId);
    }
  });

  it("is that of the stack's configuration", async () => {
    const { url, environmentId, worker } = simulator;
    const settings = { apiUrl: url, authUrl: url, environmentId, ...worker };
    pulumi.runtime.setAllConfig(
      Object.fromEntries(Object.entries(settings).map(([name, value]) => [`pingone:${name}`, value])),
    );
    await getUser(addUser(simulator));
    expect(tokens()).to.have.length(1);
  });

  it("has one token for all functions of the program", async () => {
    const user = addUser(simulator);
    const connection = settingsOf(simulator);
    await Promise.all([getUser({ ...user, connection }), getUserPassword({ ...user, connection })]);
    expect(tokens()).to.have.length(1);
  });

  it("names the setting that is missing, and where", async () => {
    const { clientSecret: _left, ...connection } = settingsOf(simulator);
    const error = await refusalOf(
      PingOneConfigError,
      getUser({ ...addUser(simulator), connection: connection as ConnectionSettings }),
    );
    expect(error.message)
      .to.contain("clientSecret is missing")
      .and.to.contain("the connection given")
      .and.to.contain("give `clientSecret` in connection");
  });

  it("says how to configure it when there is none", async () => {
    const error = await refusalOf(PingOneConfigError, getUser(addUser(simulator)));
    expect(error.message).to.contain("not configured").and.to.contain("PINGONE_CLIENT_ID");
  });

  it("is not used under mocks: a unit test reaches nobody", async () => {
    await pulumi.runtime.setMocks({ newResource: () => ({ id: "", state: {} }), call: () => ({}) });
    const call = getUser({ ...addUser(simulator), connection: settingsOf(simulator) });
    expect((await refusalOf(PingOneError, call)).message)
      .to.match(/^pingone\.getUser \(userId [0-9a-f-]+\): this asks PingOne/)
      .and.to.contain("mocks");
    expect(simulator.ledger.entries).to.have.length(0);
  });
});
