import { expect } from "chai";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Simulator } from "../../simulator";
import { findSecret } from "../helpers/find-secret";
import { itAtLength } from "../helpers/it-at-length";
import type { Stack } from "../helpers/stack";
import { takeWrites } from "../helpers/take-calls";
import { type Fixture, listFixtures, loadFixture } from "./fixture";
import { ACTION_PASSWORDS, NEXT_PASSWORDS, type PasswordName, PASSWORDS } from "./planted";
import { laterSdks, LOCKED_SDK, runWith } from "./sdks";
import { UNDECLARED } from "./seed";

/** Whose password each one is. */
const OWNERS: Readonly<Partial<Record<PasswordName, string>>> = {
  BYPASSING_PASSWORD: "seed-14",
  COMPONENT_PASSWORD: "seed-11",
  ENV_PASSWORD: "alice",
  FILE_PASSWORD: "seed-13",
  LATE_PASSWORD: "late",
  RENAMED_PASSWORD: "seed-18",
  ROW_ENV_PASSWORD: "row-env",
  ROW_VALUE_PASSWORD: "row-value",
  STRANGER_PASSWORD: "stranger",
  TENANT_PASSWORD: "seed-19",
  VALUE_PASSWORD: "seed-12",
};

/** Who goes with the stack; everybody else was there before. */
const CREATED = [
  "alice",
  "late",
  "row-disabled",
  "row-env",
  "row-file",
  "row-generated",
  "row-shown",
  "row-value",
];

for (const fixture of listFixtures("everything")) {
  for (const sdk of laterSdks(fixture.sdk)) {
    const isShort = fixture.code === "23e1f1f" && sdk === LOCKED_SDK;
    describeState(fixture, sdk, isShort ? it : itAtLength);
  }
}

function describeState(fixture: Fixture, sdk: string, test: typeof itAtLength): void {
  describe(`a state of ${fixture.code} made with ${fixture.sdk} on ${sdk}`, function () {
    this.timeout(180_000);
    let stack: Stack;
    let simulator: Simulator;

    const users = () => simulator.snapshot().environments.flatMap((environment) => environment.users);
    const names = () => users().map(({ attributes }) => attributes["username"]);
    const idOf = (username: string) =>
      users().find(({ attributes }) => attributes["username"] === username)?.id ?? "";
    const statusOf = (username: string) => simulator.readUser(idOf(username))?.password.status;
    const givePasswords = (passwords: Record<PasswordName, string>) => {
      stack.setEnv(passwords);
      writeFileSync(join(stack.project, "password.txt"), `${passwords.FILE_PASSWORD}\n`);
    };
    const works = (passwords: Record<PasswordName, string>) =>
      Object.entries(OWNERS)
        .filter(([name, owner]) => simulator.verifyPassword(idOf(owner), passwords[name as PasswordName]))
        .map(([name]) => name);

    before(async () => {
      ({ stack, simulator } = await loadFixture(fixture));
      runWith(stack, sdk);
      stack.setEnv({ BUILD: "first", STATE_IS_THERE: "1" });
    });
    after(async () => {
      stack.remove();
      await simulator.close();
    });

    test("shows no change, two renamed resources with their aliases among it", async () => {
      givePasswords(PASSWORDS);
      await stack.preview("--expect-no-changes");
      expect(takeWrites(simulator)).to.deep.equal({});
    });

    test("takes other passwords and another trigger, of every kind", async () => {
      const untouched = simulator.readUser(UNDECLARED);
      givePasswords(NEXT_PASSWORDS);
      stack.setEnv({ BUILD: "second" });
      await stack.up();
      expect(works(NEXT_PASSWORDS)).to.have.members(Object.keys(OWNERS));
      expect(simulator.ledger.entries.filter(({ path }) => path.includes(UNDECLARED))).to.deep.equal([]);
      expect(takeWrites(simulator)).to.deep.equal({
        "setPassword 200": 10,
        "setPasswordValue 200": 1,
        "forcePasswordChange 200": 1,
        "unlockPassword 200": 1,
        "unlockAccount 200": 1,
      });
      expect(["seed-12", "seed-22"].map(statusOf)).to.deep.equal(Array(2).fill("MUST_CHANGE_PASSWORD"));
      expect(simulator.readUser(UNDECLARED)).to.deep.equal(untouched);
    });

    test("is refreshed without a change, generated passwords in it as they were made", async () => {
      await stack.refresh("--expect-no-changes");
      expect(takeWrites(simulator)).to.deep.equal({});
      const { generated, values } = JSON.parse(
        (await stack.run("stack", "output", "--json", "--show-secrets")).output,
      ) as { generated: string; values: Record<string, string> };
      expect(simulator.verifyPassword(idOf("seed-15"), generated)).to.equal(true);
      expect(simulator.verifyPassword(idOf("row-shown"), values["row-shown"] ?? "")).to.equal(true);
      // They are outputs of the stack, which was asked to show them.
      stack.runs.pop();
    });

    test("holds and shows no password", async () => {
      const planted = [PASSWORDS, NEXT_PASSWORDS, ACTION_PASSWORDS].flatMap((texts) => Object.values(texts));
      expect(await findSecret(stack, ...planted)).to.deep.equal([join(stack.project, "password.txt")]);
    });

    test("is destroyed without the program, and leaves who was there before", async () => {
      const before = names();
      stack.deleteProgram();
      await stack.destroy();
      expect(takeWrites(simulator)).to.deep.equal({
        "deleteUser 204": CREATED.length,
        "forcePasswordChange 200": 1,
        "setPasswordValue 200": 1,
      });
      expect(names()).to.deep.equal(before.filter((name) => !CREATED.includes(name)));
      expect(["seed-12", "seed-13", "seed-14", "stranger"].map(statusOf)).to.deep.equal([
        "MUST_CHANGE_PASSWORD",
        "NO_PASSWORD",
        "OK",
        "OK",
      ]);
    });
  });
}
