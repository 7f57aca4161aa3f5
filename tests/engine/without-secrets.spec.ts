import { expect } from "chai";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { itAtLength } from "../helpers/it-at-length";
import { withStack } from "../helpers/with-stack";

const VALUE = "Copper-Kettle!71x";
const UP = ["up", "--yes", "--skip-preview"];

withStack("PINGONE_PREVIEW_WITHOUT_SECRETS=1 on the engine", ({ simulator, stack, newUser, writes }) => {
  const alice = (userId: string, more = "") =>
    `new pingone.UserPassword("alice", {
      environmentId: "${simulator().environmentId}", userId: "${userId}", valueFrom: { env: "ALICE_PASSWORD" }, ${more}
    });`;
  const withoutSecrets = () => {
    stack().setEnv({ PINGONE_PREVIEW_WITHOUT_SECRETS: "1", ALICE_PASSWORD: undefined });
  };
  const NOT_CHECKED =
    "valueFrom.env: the environment variable ALICE_PASSWORD is not set, and PINGONE_PREVIEW_WITHOUT_SECRETS=1: the value is not checked, and nothing may be written.";

  it("lets a preview pass that lacks a variable, and says so; all else is checked", async () => {
    stack().program(alice(newUser()));
    expect(await stack().fail("preview")).to.include("ALICE_PASSWORD is not set where pulumi runs");
    withoutSecrets();
    expect(await stack().preview()).to.include(NOT_CHECKED);
    stack().program(alice(newUser({ external: true })));
    expect(await stack().fail("preview")).to.include("held by an external gateway");
    stack().program(alice(newUser(), 'forceChange: "yes"'));
    expect(await stack().fail("preview")).to.include("forceChange has to be true or false");
    expect(writes()).to.deep.equal([]);
  });

  it("refuses an up that would write: a new password, a generated one, and every action", async () => {
    const [first, second, third] = [newUser(), newUser(), newUser({ password: VALUE, locked: true })];
    withoutSecrets();
    stack().program(`
      ${alice(first)}
      const environmentId = "${simulator().environmentId}";
      new pingone.UserPassword("robot", { environmentId, userId: "${second}", generate: {}, deliverTo: { file: "robot.txt" } });
      new pingone.PasswordUnlock("carol", { environmentId, userId: "${third}" });
      new pingone.PasswordForceChange("dave", { environmentId, userId: "${third}" });
    `);
    const output = await stack().fail(...UP, "--continue-on-error");
    expect(output)
      .to.include(
        "Nothing was set: PINGONE_PREVIEW_WITHOUT_SECRETS=1 is for previews, and nothing is written under it.",
      )
      .and.to.include("unlockPassword was not sent")
      .and.to.include("forcePasswordChange was not sent");
    const told = output.slice(output.indexOf("Diagnostics:"));
    expect(told.split("Nothing was set"), "of alice and of the robot").to.have.length(3);
    expect(writes()).to.deep.equal([]);
    expect(existsSync(join(stack().project, "robot.txt")), "delivered").to.equal(false);
    expect((await stack().resources()).filter(({ id }) => id?.includes("/"))).to.deep.equal([]);
  });

  itAtLength(
    "shows no change of what is there already, and the next run with the secret goes on as ever",
    async () => {
      const userId = newUser();
      stack().program(alice(userId));
      stack().setEnv({ ALICE_PASSWORD: VALUE });
      await stack().up();
      simulator().ledger.clear();

      withoutSecrets();
      expect(await stack().preview("--expect-no-changes")).to.include(NOT_CHECKED);
      await stack().up("--expect-no-changes");
      stack().program(alice(userId, "forceChange: true"));
      expect(await stack().preview("--diff")).to.include("+ forceChange  : true");
      expect(await stack().fail(...UP)).to.include("forcePasswordChange was not sent");
      expect(writes()).to.deep.equal([]);

      stack().program(alice(userId));
      stack().setEnv({ PINGONE_PREVIEW_WITHOUT_SECRETS: undefined, ALICE_PASSWORD: VALUE });
      await stack().up("--expect-no-changes");
      expect(writes()).to.deep.equal([]);
    },
  );
});
