import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import { createClient, PingOneApiError, PingOneConfigError } from "../../provider/client";
import { operations } from "../../provider/operations";
import { refusalOf } from "../errors/refusal-of";
import { settingsOf } from "../functions/without-engine";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";

withSimulator("createClient", (simulator) => {
  const client = () => createClient({ connection: settingsOf(simulator) });

  it("has every operation by its name, and nothing else", () => {
    expect(Object.keys(client()).sort()).to.deep.equal(Object.keys(operations).sort());
  });

  it("sends each name's own operation", async () => {
    const user = addUser(simulator);
    const pingone = client();
    await pingone.setPassword({ ...user, value: "First-Secret.42", forceChange: true });
    await pingone.unlockPassword(user);
    await pingone.lockAccount(user);
    await pingone.unlockAccount(user);
    expect((await pingone.readPasswordState(user)).status).to.equal("MUST_CHANGE_PASSWORD");
    expect(calls(simulator)).to.deep.equal([
      "setPassword",
      "unlockPassword",
      "lockAccount",
      "unlockAccount",
      "readPasswordState",
    ]);
  });

  it("walks a sign-on to its end", async () => {
    const user = addUser(simulator, { password: "First-Secret.42", forceChange: true });
    const pingone = client();
    const { environmentId } = user;
    const started = await pingone.startFlow({ environmentId, applicationId: simulator.application.clientId });
    const asked = await pingone.checkUsernamePassword({
      flow: started,
      username: "alice",
      password: "First-Secret.42",
    });
    expect(asked.status).to.equal("MUST_CHANGE_PASSWORD");
    const done = await pingone.resetInFlow({
      flow: asked,
      currentPassword: "First-Secret.42",
      newPassword: "Final-Secret.43",
    });
    expect(done.status).to.equal("COMPLETED");
    expect(calls(simulator)).to.deep.equal(["startFlow", "checkUsernamePassword", "resetInFlow"]);
  });

  it("throws PingOne's refusals", async () => {
    const user = addUser(simulator, { password: "First-Secret.42" });
    const error = await refusalOf(PingOneApiError, client().checkPassword({ ...user, password: "wrong" }));
    expect(error).to.include({ status: 400, code: "INVALID_DATA" });
  });

  it("says what is missing of a connection before any call", () => {
    const { clientId: _left, ...connection } = settingsOf(simulator);
    expect(() => createClient({ connection })).to.throw(PingOneConfigError, "clientId is missing");
  });
});

describe("the entry for scripts", () => {
  it("loads nothing of Pulumi", () => {
    const script = `
      require("pulumi-pingone-password/client");
      const loaded = Object.keys(require.cache).filter((file) => file.includes("@pulumi"));
      process.stdout.write(JSON.stringify(loaded));
    `;
    const output = execFileSync(process.execPath, ["-e", script], {
      cwd: join(__dirname, "../.."),
      encoding: "utf8",
    });
    expect(output).to.equal("[]");
  });
});
