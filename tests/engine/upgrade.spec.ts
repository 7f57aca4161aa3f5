import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { changeOutside } from "../helpers/outside";
import { withStack } from "../helpers/with-stack";

const VALUE = "Copper-Kettle!71x";

withStack("another version of the package on the engine", ({ simulator, stack, newUser, writes }) => {
  const declare = (userId: string) => {
    stack().setEnv({ ALICE_PASSWORD: VALUE });
    stack().program(`
      const user = { environmentId: "${simulator().environmentId}", userId: "${userId}" };
      new pingone.UserPassword("alice", { ...user, valueFrom: { env: "ALICE_PASSWORD" }, deletionPolicy: "unset", deletionPolicyForce: true });
      new pingone.PasswordUnlock("alice", { ...user, triggers: [1] });
    `);
  };

  itAtLength("is at work at once and shows no diff after an upgrade", async () => {
    const userId = newUser();
    stack().useSdk("@pulumi/pulumi");
    declare(userId);
    await stack().up();

    // The next version: another version number, and code that is not the same, text by text.
    const installed = join(stack().project, "node_modules", "pulumi-pingone-password");
    const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as object;
    writeFileSync(join(installed, "package.json"), JSON.stringify({ ...manifest, version: "99.0.0" }));
    const code = join(installed, "dist", "lifecycle", "user-password.js");
    const next = readFileSync(code, "utf8").replace(
      "changed outside this stack",
      "changed outside, says 99.0.0",
    );
    writeFileSync(code, next);

    simulator().ledger.clear();
    await stack().preview("--expect-no-changes");
    await stack().up("--expect-no-changes");
    expect(writes()).to.deep.equal([]);
    stack().deleteProgram();
    await changeOutside(simulator(), userId, "Somebody-Else#33");
    expect(await stack().refresh(), "the new code answers, without the program").to.include("says 99.0.0");
    await stack().destroy();
    expect(writes().at(-1)).to.equal("setPasswordValue 200");
  });
});
