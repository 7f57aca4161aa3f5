import { expect } from "chai";
import { withFiles } from "../../helpers/with-files";
import { withSimulator } from "../../helpers/with-simulator";
import { idOf, password, refreshUsers, type Rows, takeCalls, upUsers } from "./up-users";

const NAMES = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "then",
  'with "quotes"',
  "it's",
  "back\\slash",
  "dot.ted",
  "a/b#c?d=e&f",
  "100%",
  "naïve Æther",
  "李小龙",
  "😀😀",
  "Straße",
  "ΣΊΣΥΦΟΣ",
  "1",
  "0",
];

withSimulator("TestUsers with usernames of all kinds", (simulator) => {
  const files = withFiles();
  const rowsWith = (row: (index: number) => Rows[string]): Rows =>
    Object.fromEntries(NAMES.map((name, index) => [name, row(index)]));

  it("creates, knows, changes, recognises and removes them", async () => {
    const deliverTo = { file: files.path("passwords.json") };
    const first = rowsWith((index) => (index % 2 === 0 ? { value: password(index) } : { generate: {} }));
    const created = await upUsers(simulator, first, { deliverTo });
    expect(Object.keys(created.outs.accounts)).to.have.members(NAMES);
    expect(await upUsers(simulator, first, { deliverTo }, { before: created })).to.equal(created);
    expect((await refreshUsers(simulator, created)).outs).to.deep.equal(created.outs);
    takeCalls(simulator);
    const second = rowsWith((index) => ({ value: password(index % 2 === 0 ? index : index + 100) }));
    const changed = await upUsers(simulator, second, { deliverTo }, { before: created });
    expect(takeCalls(simulator)).to.include({ setPassword: NAMES.length / 2 });
    for (const [index, name] of NAMES.entries()) {
      const value = password(index % 2 === 0 ? index : index + 100);
      expect(simulator.verifyPassword(idOf(changed, name), value), name).to.equal(true);
    }
    const again = await upUsers(simulator, second, { deliverTo });
    expect(NAMES.filter((name) => idOf(again, name) !== idOf(created, name))).to.deep.equal([]);
    await upUsers(simulator, {}, { deliverTo }, { before: again });
    expect(NAMES.filter((name) => simulator.readUser(idOf(created, name)) !== undefined)).to.deep.equal([]);
  });
});
