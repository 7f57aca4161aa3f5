import { expect } from "chai";
import { withOneStack } from "../helpers/with-stack";

const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Each test goes on where the one before it ended. */
withOneStack("triggers of any value on the engine", ({ simulator, stack, newUser, writes }) => {
  const users: string[] = [];
  const declare = (triggers: Readonly<Record<string, string>>) => {
    const resources = Object.entries(triggers).map(([name, value], index) => {
      const user = `environmentId, userId: "${users[index] ?? ""}"`;
      return index % 2 === 0
        ? `new pingone.PasswordForceChange("${name}", { ${user}, triggers: ${value} });`
        : `new pingone.PasswordUnlock("${name}", { ${user}, when: "always", triggers: ${value} });`;
    });
    stack().program(`const environmentId = "${simulator().environmentId}";\n${resources.join("\n")}`);
  };
  const triggersOf = async (name: string) => {
    const { inputs, outputs } = await stack().resource(name);
    return [inputs["triggers"], outputs["triggers"]];
  };
  const dates = (day: string) => ({
    dated: `[new Date("${day}")]`,
    inner: `{ on: [pulumi.output({}).apply(() => ({ at: new Date("${day}") }))], promised: Promise.resolve(new Date("${day}")) }`,
    called: "[() => 1, { n: 1 }]",
  });

  before(() => {
    users.push(
      ...["a", "b", "c", "d"].map((username) => newUser({ username, password: "Copper-Kettle!71x" })),
    );
  });

  it("shows no difference for dates and functions that a state of an earlier version has lost", async () => {
    // What earlier versions made of them.
    declare({ dated: "[{}]", inner: "{ on: [{ at: {} }], promised: {} }", called: "[null, { n: 1 }]" });
    await stack().up();
    simulator().ledger.clear();
    declare(dates("2026-01-01"));
    expect(await stack().preview("--expect-no-changes"))
      .to.contain("triggers holds a date that an earlier version did not record: nothing runs for it now.")
      .and.to.contain("warning: triggers[0] is a function, which has no value: call it");
    await stack().up("--expect-no-changes");
    expect(writes()).to.deep.equal([]);
  });

  it("run again when such a date is really another one, and once", async () => {
    expect(await stack().preview("--expect-no-changes")).not.to.contain("earlier version");
    await stack().refresh("--expect-no-changes");
    declare(dates("2026-02-01"));
    expect(await stack().up()).to.match(/~ 2 updated/);
    expect(writes()).to.have.members(["forcePasswordChange 200", "unlockPassword 200"]);
    expect(await triggersOf("dated")).to.deep.equal([
      ["2026-02-01T00:00:00.000Z"],
      ["2026-02-01T00:00:00.000Z"],
    ]);
    await stack().up("--expect-no-changes");
    expect(writes()).to.have.length(2);
  });

  it("refuse a function and the text of what is not known, in one sentence each", async () => {
    declare({ ...dates("2026-02-01"), fresh: "[{ when: Date.now }]" });
    expect(await stack().fail("preview"))
      .to.contain(
        "error: pulumi-nodejs:dynamic/pingone:PasswordUnlock resource 'fresh' has a problem: triggers[0].when is a function, which has no value: call it, or give a text or a number instead.",
      )
      .and.not.to.contain("    at ");
    declare({ ...dates("2026-02-01"), fresh: `["${UNKNOWN_TEXT}"]` });
    expect(await stack().fail("up", "--yes", "--skip-preview")).to.contain(
      "triggers[0] is the text by which Pulumi knows values that are not known yet: give another text.",
    );
    expect(writes()).to.have.length(2);
    await stack().destroy();
  });
});
