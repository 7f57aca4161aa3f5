import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { changeOutside } from "../helpers/outside";
import { withFiles } from "../helpers/with-files";
import { withStack } from "../helpers/with-stack";

const VALUE = "Copper-Kettle!71x";
const OTHER = "Marble-Window?28y";
const OUTSIDE = "Somebody-Else#33";
const HOURS = 3_600_000;

withStack("a password changed outside on the engine", ({ simulator, stack, newUser, writes }) => {
  const files = withFiles();
  const declare = (userId: string, more: string) =>
    stack().program(`
      new pingone.UserPassword("alice", {
        environmentId: "${simulator().environmentId}", userId: "${userId}", ${more}
      });
    `);
  const fromEnv = 'valueFrom: { env: "VALUE" }';
  /** Up, a change by somebody else, and a refresh; answers what the refresh printed. */
  const drifted = async (userId: string) => {
    await stack().up();
    await changeOutside(simulator(), userId, OUTSIDE);
    const printed = await stack().refresh();
    simulator().ledger.clear();
    return printed;
  };
  const expectQuiet = async () => {
    simulator().ledger.clear();
    for (const output of [await stack().refresh(), await stack().preview("--expect-no-changes")]) {
      expect(output).not.to.include("changed outside");
    }
    await stack().up("--expect-no-changes");
    expect(writes()).to.deep.equal([]);
  };
  beforeEach(() => {
    stack().setEnv({ VALUE });
  });

  itAtLength("is said and left with warn, until a new value is set", async () => {
    const userId = newUser();
    declare(userId, `${fromEnv}, onExternalChange: "warn"`);
    expect(await drifted(userId)).to.match(/warning: .*The password was changed outside this stack at /);
    const preview = await stack().preview("--expect-no-changes");
    expect(preview).to.match(
      /The password was changed outside this stack at .*Z: it is left as it is; a new value would set it again\./,
    );
    const [, diagnostics = ""] = (await stack().up("--refresh", "--expect-no-changes")).split("Diagnostics:");
    expect(diagnostics.match(/changed outside/g), diagnostics).to.have.length(1);
    expect(writes()).to.deep.equal([]);
    expect(simulator().verifyPassword(userId, OUTSIDE)).to.equal(true);

    stack().setEnv({ VALUE: OTHER });
    await stack().up();
    expect(simulator().verifyPassword(userId, OTHER)).to.equal(true);
    await expectQuiet();
  });

  itAtLength("is not mentioned with ignore", async () => {
    const userId = newUser();
    declare(userId, `${fromEnv}, onExternalChange: "ignore"`);
    expect(await drifted(userId)).not.to.include("changed outside");
    await expectQuiet();
    expect(simulator().verifyPassword(userId, OUTSIDE)).to.equal(true);
  });

  itAtLength("is reset to the value that was declared with bypassPolicy", async () => {
    const userId = newUser();
    declare(userId, `${fromEnv}, onExternalChange: "reset", bypassPolicy: true`);
    expect(await drifted(userId)).to.include("pulumi up sets it again (onExternalChange: reset)");
    const preview = await stack().preview();
    expect(preview)
      .to.match(/UserPassword alice update/)
      .and.to.match(
        /changed outside this stack at .*Z: pulumi up sets it again \(onExternalChange: reset\)\./,
      );
    expect(writes(), "writes of a preview").to.deep.equal([]);
    await stack().up();
    expect(writes()).to.deep.equal(["setPasswordValue 200"]);
    expect(simulator().verifyPassword(userId, VALUE)).to.equal(true);
    await expectQuiet();
  });

  itAtLength("is reset to another generated value", async () => {
    const userId = newUser();
    const file = JSON.stringify(files.path("robot.txt"));
    declare(userId, `generate: {}, deliverTo: { file: ${file} }, onExternalChange: "reset"`);
    await drifted(userId);
    const before = files.delivered("robot.txt");
    expect(await stack().preview()).to.include("pulumi up sets it again (onExternalChange: reset)");
    expect(files.delivered("robot.txt"), "by a preview").to.equal(before);
    await stack().up();
    expect(writes()).to.deep.equal(["setPassword 200"]);
    expect(files.delivered("robot.txt")).not.to.equal(before);
    expect(simulator().verifyPassword(userId, files.delivered("robot.txt"))).to.equal(true);
    await expectQuiet();
  });

  itAtLength("cannot be reset to a value that PingOne takes only once, which preview says", async () => {
    declare(newUser(), `${fromEnv}, onExternalChange: "reset"`);
    expect(await stack().fail("preview")).to.include("which PingOne refuses for the password history");
    expect(simulator().ledger.entries).to.deep.equal([]);
  });

  itAtLength(
    "is no change outside when the user was asked for it with forceChange, so nothing is reset",
    async () => {
      const userId = newUser();
      declare(userId, `${fromEnv}, onExternalChange: "reset", bypassPolicy: true, forceChange: true`);
      expect(await drifted(userId)).not.to.include("changed outside");
      await expectQuiet();
      expect(simulator().verifyPassword(userId, OUTSIDE)).to.equal(true);
    },
  );

  itAtLength(
    "is told by PingOne's times alone: a machine whose clock is hours behind changes nothing",
    async () => {
      const userId = newUser();
      declare(userId, `${fromEnv}, onExternalChange: "reset", bypassPolicy: true`);
      simulator().advance(5 * HOURS);
      await stack().up();
      await expectQuiet();
      // What this machine's clock calls older than our own write.
      await changeOutside(simulator(), userId, OUTSIDE);
      simulator().advance(7 * HOURS);
      expect(await stack().refresh()).to.include("changed outside this stack");
      simulator().ledger.clear();
      await stack().up();
      expect(writes()).to.deep.equal(["setPasswordValue 200"]);
      await expectQuiet();
    },
  );
});
