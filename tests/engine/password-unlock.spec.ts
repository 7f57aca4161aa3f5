import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { lockPassword } from "../helpers/outside";
import { withStack } from "../helpers/with-stack";

withStack("PasswordUnlock on the engine", ({ simulator, stack, newUser, writes }) => {
  const declare = (userId: string, more: string) =>
    stack().program(`
      const unlock = new pingone.PasswordUnlock("alice", {
        environmentId: "${simulator().environmentId}", userId: "${userId}", ${more}
      });
      exports.before = unlock.before.status;
      exports.after = unlock.after.status;
      exports.performed = unlock.performed;
      exports.remaining = unlock.remainingLocks;
    `);
  const lockedUser = () => newUser({ password: "Copper-Kettle!71x", locked: true });

  it("unlocks when it is created and when its triggers change, and at no other time", async () => {
    const userId = lockedUser();
    declare(userId, 'triggers: { build: ["1"] }');
    await stack().preview();
    expect(writes()).to.deep.equal([]);
    const created = await stack().up();
    expect(created)
      .to.match(/before\s*: "PASSWORD_LOCKED_OUT"/)
      .and.to.match(/after\s*: "OK"/);
    expect(created).to.match(/performed\s*: true/);

    await lockPassword(simulator(), userId);
    simulator().ledger.clear();
    await stack().up("--expect-no-changes");
    expect(writes(), "locked again, same triggers").to.deep.equal([]);
    expect(await stack().refresh()).to.include("The password is locked out again");
    await stack().up("--expect-no-changes");

    declare(userId, 'triggers: { build: ["2"] }');
    expect(await stack().preview("--diff")).to.include('~ [0]: "1" => "2"');
    await stack().up();
    expect(writes()).to.deep.equal(["unlockPassword 200"]);
    expect(simulator().readUser(userId)?.password.status).to.equal("OK");

    await stack().destroy();
    expect(writes(), "nothing is undone").to.deep.equal(["unlockPassword 200"]);
  });

  itAtLength("records that there was nothing to unlock, unless it is told to do it always", async () => {
    const userId = newUser({ password: "Copper-Kettle!71x" });
    declare(userId, "");
    const output = await stack().up();
    expect(output)
      .to.include("Nothing to unlock: the password is OK, the account OK.")
      .and.to.match(/performed: false/);
    declare(userId, 'when: "always"');
    await stack().up();
    expect(writes(), "a new input alone does not run it").to.deep.equal([]);
    declare(userId, 'when: "always", triggers: [1]');
    await stack().up();
    expect(writes()).to.deep.equal(["unlockPassword 200"]);
  });

  itAtLength(
    "unlocks whatever is locked at every up with rerun whenLocked, and says so at preview",
    async () => {
      const userId = newUser({ password: "Copper-Kettle!71x", locked: true, accountLocked: true });
      declare(userId, 'rerun: "whenLocked", scope: "both"');
      const created = await stack().up();
      expect(created).to.include("Unlocked the password").and.to.include("Unlocked the account.");
      expect(writes()).to.deep.equal(["unlockPassword 200", "unlockAccount 200"]);

      await lockPassword(simulator(), userId);
      simulator().ledger.clear();
      expect(await stack().preview())
        .to.include("this unlocks it (rerun: whenLocked).")
        .and.to.match(/PasswordUnlock alice update/);
      expect(writes(), "of a preview").to.deep.equal([]);
      await stack().up();
      expect(writes()).to.deep.equal(["unlockPassword 200"]);
      expect(simulator().readUser(userId)?.password.status).to.equal("OK");
      await stack().up("--expect-no-changes");
    },
  );

  itAtLength("says which locks remain and what lifts them", async () => {
    const userId = newUser({
      password: "Copper-Kettle!71x",
      locked: true,
      accountLocked: true,
      enabled: false,
    });
    declare(userId, "");
    const output = await stack().up();
    expect(output)
      .to.include("the account is locked, by an administrator or by MFA")
      .and.to.include('PasswordUnlock with scope "account" or "both" and a new trigger');
    expect(output).to.include("the user is disabled").and.to.include("/enabled");
    expect(simulator().readUser(userId)?.password.status).to.equal("OK");
    const remaining = async () => {
      const { outputs } = await stack().resource("alice");
      return (outputs["remainingLocks"] as { lock: string }[]).map(({ lock }) => lock);
    };
    expect(await remaining()).to.deep.equal(["account", "disabled"]);

    declare(userId, 'scope: "account", triggers: [1]');
    await stack().up();
    expect(writes()).to.deep.equal(["unlockPassword 200", "unlockAccount 200"]);
    expect(await remaining()).to.deep.equal(["disabled"]);
  });

  itAtLength(
    "keeps an unlock that was done when nothing can be read afterwards, and completes it with the next up",
    async () => {
      const userId = lockedUser();
      declare(userId, "");
      simulator().failNext("unlockPassword", { delayMs: 300 });
      const looked = () =>
        simulator().ledger.entries.filter(({ operation }) => operation !== "issueToken").length === 2;
      const watch = setInterval(() => {
        if (looked()) {
          clearInterval(watch);
          simulator().failNext("readUser", { status: 500 }, 5);
        }
      }, 1);
      const output = await stack().fail("up", "--yes", "--skip-preview");
      clearInterval(watch);
      expect(output).to.include("readUser failed: 500");
      const { outputs } = await stack().resource("alice");
      expect(outputs).to.include({ performed: true });
      expect(outputs).to.have.nested.property("before.status", "PASSWORD_LOCKED_OUT");

      expect(await stack().up()).to.match(/after\s*: "OK"/);
      const completed = await stack().resource("alice");
      expect(completed.outputs).to.have.nested.property("before.status", "PASSWORD_LOCKED_OUT");
      expect(writes(), "unlocked once").to.deep.equal(["unlockPassword 200"]);
      await stack().up("--expect-no-changes");
    },
  );

  itAtLength("refuses clearly for a user of an external gateway, and for no user at all", async () => {
    declare(newUser({ external: true }), "");
    expect(await stack().fail("up", "--yes", "--skip-preview")).to.include("held by an external gateway");
    declare("00000000-0000-4000-8000-00000000dead", "");
    const missing = await stack().fail("up", "--yes", "--skip-preview");
    expect(missing).to.include("failed: 404 NOT_FOUND").and.to.include("Check environmentId and userId");
  });
});
