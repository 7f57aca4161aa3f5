import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { withStack } from "../helpers/with-stack";

const VALUE = "Copper-Kettle!71x";
const UP = ["up", "--yes", "--skip-preview"];

withStack("actions that go wrong on the engine", ({ simulator, stack, newUser, writes }) => {
  it("send no second mail when an answer never came, until a trigger changes", async () => {
    const userId = newUser({ password: VALUE });
    const username = "forgetful";
    const forgetful = newUser({ password: VALUE, username });
    const declare = (run: number) =>
      stack().program(`
        const environmentId = "${simulator().environmentId}", applicationId = "${simulator().application.clientId}";
        const triggers = [${run}];
        new pingone.PasswordRecoveryCode("mail", { environmentId, userId: "${userId}", triggers });
        new pingone.ForgotPassword("forgot", { environmentId, username: "${username}", applicationId, triggers });
      `);
    const mails = () => [userId, forgetful].map((id) => simulator().mail.list(id).length);
    const sent = async () =>
      Promise.all(["mail", "forgot"].map(async (name) => (await stack().resource(name)).outputs["sent"]));
    simulator().failNext("sendRecoveryCode", { drop: "after" });
    simulator().failNext("forgotPassword", { drop: "after" });
    declare(1);
    expect(await stack().up()).to.include("Whether a recovery code was mailed is not known");
    expect(await sent()).to.deep.equal(["unconfirmed", "unconfirmed"]);

    await stack().up("--expect-no-changes");
    expect(mails(), "once each").to.deep.equal([1, 1]);
    expect(writes()).to.include.members(["sendRecoveryCode dropped", "forgotPassword dropped"]);

    declare(2);
    await stack().up();
    expect(await sent()).to.deep.equal(["confirmed", "confirmed"]);
    expect(mails()).to.deep.equal([2, 2]);
  });

  itAtLength(
    "fail the run for a password that is not the user's, and ask again with the next up",
    async () => {
      const userId = newUser({ password: VALUE });
      const declare = (run: number) =>
        stack().program(`
        exports.matched = new pingone.PasswordCheck("alice", {
          environmentId: "${simulator().environmentId}", userId: "${userId}",
          passwordFrom: { env: "CHECKED" }, triggers: [${run}],
        }).matched;
      `);
      const checks = () => writes().filter((write) => write.startsWith("checkPassword"));
      stack().setEnv({ CHECKED: "Marble-Window?28y" });
      declare(1);
      const output = await stack().fail(...UP);
      expect(output).to.include(
        "The password is not the user's current one. 4 more failed checks lock the user out.",
      );
      const { outputs } = await stack().resource("alice");
      expect(outputs).to.include({ matched: false, failuresRemaining: 4 });

      stack().setEnv({ CHECKED: VALUE });
      expect(await stack().up()).to.match(/matched: true/);
      expect(checks()).to.deep.equal(["checkPassword 400", "checkPassword 200"]);

      stack().setEnv({ CHECKED: "Velvet-Curtain!5q" });
      await stack().up("--expect-no-changes");
      expect(checks(), "another password is no reason").to.have.length(2);
      declare(2);
      await stack().fail(...UP);
      expect((await stack().resource("alice")).outputs, "a miss in an update").to.include({ matched: false });
      expect(simulator().readUser(userId)?.password.failureCount).to.equal(1);
    },
  );
});
