import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { withStack } from "../helpers/with-stack";

const VALUE = "Copper-Kettle!71x";
const UP = ["up", "--yes", "--skip-preview"];

withStack("faults on the engine", ({ simulator, stack, newUser, writes }) => {
  const alice = (userId: string, more: string) =>
    `new pingone.UserPassword("alice", { environmentId: "${simulator().environmentId}", userId: "${userId}", ${more} });`;
  const fromEnv = 'valueFrom: { env: "ALICE_PASSWORD" }';
  beforeEach(() => {
    stack().setEnv({ ALICE_PASSWORD: VALUE });
  });

  it("renews a token that stops being good in mid-run", async () => {
    const users = Array.from({ length: 6 }, () => newUser());
    stack().program(`
      let last;
      ${JSON.stringify(users)}.forEach((userId, index) => {
        last = new pingone.UserPassword("user-" + index, {
          environmentId: "${simulator().environmentId}", userId, ${fromEnv},
        }, { dependsOn: last === undefined ? [] : [last] });
      });
    `);
    const timer = setInterval(() => {
      if (writes().length === 3) {
        clearInterval(timer);
        simulator().expireTokens();
      }
    }, 1);
    await stack().up();
    clearInterval(timer);
    expect(writes().filter((write) => write === "setPassword 200")).to.have.length(6);
    const tokens = simulator().ledger.entries.filter(({ operation }) => operation === "issueToken");
    expect(tokens, "one at the start, one in mid-run").to.have.length(2);
  });

  it("gets through 429 and 503, and gives up on a storm with what was done kept", async () => {
    const [first, second] = [newUser(), newUser()];
    simulator().failNext("setPassword", { status: 429, headers: { "retry-after": "0" } }, 2);
    stack().program(alice(first, fromEnv));
    await stack().up();
    expect(writes()).to.deep.equal(["setPassword 429", "setPassword 429", "setPassword 200"]);

    // Longer than anyone waits.
    simulator().failNext("setPassword", { status: 429, headers: { "retry-after": "3600" } }, 50);
    stack().program(`
      ${alice(first, fromEnv)}
      new pingone.UserPassword("bob", { environmentId: "${simulator().environmentId}", userId: "${second}", ${fromEnv} });
    `);
    const output = await stack().fail(...UP);
    expect(output).to.include("setPassword failed: 429").and.to.include("rate limit is used up");
    expect((await stack().resource("alice")).outputs["status"]).to.equal("OK");
  });

  it("knows a password by its age that was set while the answer was lost, and does not set it twice", async () => {
    simulator().failNext("setPassword", { drop: "after" });
    stack().program(alice(newUser({ password: "Old-Kettle!70x" }), fromEnv));
    simulator().advance(3_600_000);
    await stack().up();
    expect(writes()).to.deep.equal(["setPassword dropped"]);
    expect((await stack().resource("alice")).outputs["status"]).to.equal("OK");
    await stack().up("--expect-no-changes");
  });

  it("recognises it with the next up when it could not look at it then", async () => {
    const userId = newUser();
    simulator().failNext("setPassword", { drop: "after" });
    simulator().failNext("readPasswordState", { status: 403 });
    stack().program(alice(userId, fromEnv));
    const output = await stack().fail(...UP);
    expect(output).to.include("Whether PingOne took the password is not known");
    expect(writes()).to.deep.equal(["setPassword dropped"]);
    await stack().up();
    expect(writes()).to.deep.equal(["setPassword dropped", "setPassword 400", "checkPassword 200"]);
    expect((await stack().resource("alice")).outputs["status"]).to.equal("OK");
  });

  it("keeps a partial failure in the state and repairs it with the next up", async () => {
    const userId = newUser({ password: VALUE });
    simulator().failNext("forcePasswordChange", { status: 500, body: "<html>oops</html>" }, 50);
    stack().program(alice(userId, `${fromEnv}, forceChange: true`));
    const output = await stack().fail(...UP);
    expect(output).to.include("forcePasswordChange failed: 500").and.to.include("PingOne has a problem");
    const { id, outputs } = await stack().resource("alice");
    expect(id).to.equal(`${simulator().environmentId}/${userId}`);
    expect(outputs).to.include({ status: "OK" }).and.not.have.property("forceChange");

    simulator().reset();
    simulator().createUser({ id: userId, username: "again", password: VALUE });
    await stack().up();
    expect(writes()).to.deep.equal(["forcePasswordChange 200"]);
    expect((await stack().resource("alice")).outputs).to.include({
      status: "MUST_CHANGE_PASSWORD",
      forceChange: true,
    });
    await stack().up("--expect-no-changes");
  });

  it("names the rules that PingOne refuses a value for, where no preview did", async () => {
    stack().program(alice(newUser(), fromEnv));
    stack().setEnv({ ALICE_PASSWORD: "too-weak" });
    const output = await stack().fail(...UP);
    expect(output)
      .to.include("setPassword failed: 400 INVALID_DATA")
      .and.to.match(/unmet rules: .*minCharacters/);
    expect(output).not.to.include("too-weak");
    expect(writes()).to.deep.equal(["setPassword 400"]);
    expect(simulator().ledger.entries.map(({ operation }) => operation)).not.to.include("readPasswordState");
  });

  itAtLength("keeps the old state when an update is refused, and retries it", async () => {
    const userId = newUser();
    stack().program(alice(userId, fromEnv));
    await stack().up();
    const before = await stack().resource("alice");

    stack().setEnv({ ALICE_PASSWORD: "too-weak" });
    const output = await stack().fail(...UP);
    expect(output).to.include("setPassword failed: 400 INVALID_DATA").and.to.include("minCharacters");
    expect(output).to.include("Choose a value that meets the user's password policy");
    expect((await stack().resource("alice")).outputs["appliedAt"]).to.equal(before.outputs["appliedAt"]);
    expect(simulator().verifyPassword(userId, VALUE)).to.equal(true);

    stack().setEnv({ ALICE_PASSWORD: "Marble-Window?28y" });
    await stack().up();
    expect(simulator().verifyPassword(userId, "Marble-Window?28y")).to.equal(true);
  });

  itAtLength("says whose password it cannot set", async () => {
    stack().program(alice(newUser({ external: true }), fromEnv));
    expect(await stack().fail(...UP)).to.include("held by an external gateway (status EXTERNAL)");
    stack().program(alice("00000000-0000-4000-8000-00000000dead", fromEnv));
    expect(await stack().fail(...UP)).to.include("PingOne knows no such user in that environment");
    stack().program(alice(newUser({ enabled: false, external: true }), fromEnv));
    expect(await stack().fail(...UP)).to.include("held by an external gateway");
  });
});
