import { expect } from "chai";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { itAtLength } from "../helpers/it-at-length";
import { withStack } from "../helpers/with-stack";

const FIRST = "Copper-Kettle!71x";
const SECOND = "Marble-Window?28y";

withStack("UserPassword on the engine", ({ simulator, stack, newUser, writes }) => {
  const declare = (userId: string, more = "") =>
    stack().program(`
      const password = new pingone.UserPassword("alice", {
        environmentId: "${simulator().environmentId}",
        userId: "${userId}",
        value: process.env.VALUE,
        ${more}
      });
      exports.status = password.status;
      exports.user = [password.environmentId, password.userId];
    `);

  it("creates, leaves alone, changes and destroys a password", async () => {
    const userId = newUser();
    declare(userId);
    stack().setEnv({ VALUE: FIRST });
    const preview = await stack().preview("--diff");
    expect(preview)
      .to.match(/UserPassword: \(create\)/)
      .and.to.include("[secret]");
    expect(writes(), "writes of a preview").to.deep.equal([]);

    await stack().up();
    expect(writes()).to.deep.equal(["setPassword 200"]);
    expect(simulator().verifyPassword(userId, FIRST)).to.equal(true);

    await stack().preview("--expect-no-changes");
    await stack().up("--expect-no-changes");
    expect(writes(), "writes of an unchanged stack").to.deep.equal(["setPassword 200"]);

    stack().setEnv({ VALUE: SECOND });
    expect(await stack().preview("--diff")).to.include("The value changed");
    await stack().up();
    expect(writes()).to.deep.equal(["setPassword 200", "setPassword 200"]);
    expect(simulator().verifyPassword(userId, SECOND)).to.equal(true);

    await stack().destroy();
    expect(await stack().resources()).to.deep.equal([]);
    expect(simulator().verifyPassword(userId, SECOND), "deletionPolicy is keep").to.equal(true);
  });

  itAtLength("carries out a saved plan", async () => {
    const userId = newUser();
    declare(userId);
    stack().setEnv({ VALUE: FIRST });
    const plan = join(stack().folder, "plan.json");
    await stack().preview(`--save-plan=${plan}`);
    await stack().up(`--plan=${plan}`);
    expect(simulator().verifyPassword(userId, FIRST)).to.equal(true);

    stack().setEnv({ VALUE: SECOND });
    await stack().preview(`--save-plan=${plan}`);
    await stack().up(`--plan=${plan}`);
    expect(simulator().verifyPassword(userId, SECOND)).to.equal(true);
  });

  itAtLength("asks for a change without setting the value, and withdraws it without a call", async () => {
    const userId = newUser();
    stack().setEnv({ VALUE: FIRST });
    declare(userId);
    await stack().up();

    declare(userId, "forceChange: true,");
    await stack().up();
    expect(writes()).to.deep.equal(["setPassword 200", "forcePasswordChange 200"]);
    expect((await stack().resource("alice")).outputs["status"]).to.equal("MUST_CHANGE_PASSWORD");

    declare(userId, "forceChange: false,");
    expect(await stack().preview()).to.include("forceChange: false takes effect with the next value");
    await stack().up();
    await stack().preview("--expect-no-changes");
    expect(writes(), "nothing is sent").to.have.length(2);

    stack().setEnv({ VALUE: SECOND });
    await stack().up();
    expect((await stack().resource("alice")).outputs["status"]).to.equal("OK");
  });

  it("makes no set for another input under ignoreChanges of the value", async () => {
    const userId = newUser();
    const declareIgnoring = (deletionPolicy: string) =>
      stack().program(`
        new pingone.UserPassword("alice", {
          environmentId: "${simulator().environmentId}", userId: "${userId}",
          value: process.env.VALUE, deletionPolicy: "${deletionPolicy}",
        }, { ignoreChanges: ["value"] });
      `);
    stack().setEnv({ VALUE: FIRST });
    declareIgnoring("keep");
    await stack().up();

    stack().setEnv({ VALUE: SECOND });
    declareIgnoring("unset");
    await stack().up();
    expect(writes()).to.deep.equal(["setPassword 200"]);
    const { outputs } = await stack().resource("alice");
    expect(outputs["undo"]).to.equal("unset");
    expect(simulator().verifyPassword(userId, FIRST)).to.equal(true);
  });

  itAtLength("reads valueFrom, from the environment and from a file of the program's folder", async () => {
    const [alice, bob] = [newUser(), newUser()];
    writeFileSync(join(stack().project, "bob.txt"), `${SECOND}\n`);
    stack().setEnv({ ALICE_PASSWORD: FIRST });
    stack().program(`
      const environmentId = "${simulator().environmentId}";
      new pingone.UserPassword("alice", { environmentId, userId: "${alice}", valueFrom: { env: "ALICE_PASSWORD" } });
      new pingone.UserPassword("bob", { environmentId, userId: "${bob}", valueFrom: { file: "bob.txt" } });
    `);
    await stack().up();
    expect(simulator().verifyPassword(alice, FIRST)).to.equal(true);
    expect(simulator().verifyPassword(bob, SECOND)).to.equal(true);
  });

  it("replaces the resource for another user and leaves the first user's password", async () => {
    const [first, second] = [newUser(), newUser()];
    stack().setEnv({ VALUE: FIRST });
    declare(first);
    await stack().up();
    declare(second);
    expect(await stack().preview()).to.match(/UserPassword alice replace/);
    await stack().up();
    expect((await stack().resource("alice")).id).to.equal(`${simulator().environmentId}/${second}`);
    expect(simulator().verifyPassword(first, FIRST)).to.equal(true);
    expect(simulator().verifyPassword(second, FIRST)).to.equal(true);
  });

  it("looks up a password that it does not manage, and says when there is no such user", async () => {
    const userId = newUser({ password: FIRST });
    const lookUp = (id: string) =>
      stack().program(`
        const found = pingone.UserPassword.get("alice", "${simulator().environmentId}/${id}");
        exports.status = found.status;
        exports.userId = found.userId;
      `);
    lookUp(userId);
    const output = await stack().up();
    expect(output)
      .to.match(/status\s*: "OK"/)
      .and.to.include(`"${userId}"`);
    lookUp("00000000-0000-4000-8000-00000000dead");
    expect(await stack().fail("up", "--yes", "--skip-preview")).to.include(
      "readPasswordState failed: 404 NOT_FOUND",
    );
    expect(writes()).to.deep.equal([]);
  });
});
