import { expect } from "chai";
import { addUser, withSimulator } from "../../helpers/with-simulator";
import { declareUsers, previewUsers, type StoredUsers, upUsers } from "./up-users";

const HIDDEN = "ali\u200Bce";
const rows = { [HIDDEN]: { email: "alice\u202E@example.com" }, bob: {} };
const places = [
  'users["ali\\u200bce"].email: email has an invisible character (U+202E) as its character 6',
  'users["ali\\u200bce"].username: username has a zero-width space (U+200B) as its character 4',
];

withSimulator("TestUsers with what nobody sees in a username or an address", (simulator) => {
  /** As a release that did not look had left it. */
  const before = async (): Promise<StoredUsers> => {
    const stored = await upUsers(simulator, { alice: { email: "alice@example.com" }, bob: {} });
    const [packed = ""] = Object.entries(stored.outs.accounts).flatMap(([name, text]) =>
      name === "alice" ? [text] : [],
    );
    const { bob = "" } = stored.outs.accounts;
    return {
      ...stored,
      inputs: { ...stored.inputs, users: declareUsers(simulator, rows)["users"] },
      outs: { ...stored.outs, accounts: { [HIDDEN]: packed, bob } },
    };
  };

  it("refuses it for users who are to be created, each with its place", async () => {
    const { reasons } = await previewUsers(simulator, rows);
    expect(reasons).to.have.length(1);
    for (const place of places) {
      expect(reasons[0]).to.contain(place);
    }
  });

  it("warns of it for users who may be adopted", async () => {
    addUser(simulator, { username: HIDDEN });
    const { reasons, warnings } = await previewUsers(simulator, rows, { adopt: true });
    expect(reasons).to.deep.equal([]);
    expect(warnings.join("\n")).to.contain(places[0]).and.to.contain("It is left as it is");
    expect(warnings.join("\n")).not.to.contain("another user");
  });

  it("warns of it for a row that is there and stays, and lets it go", async () => {
    const stored = await before();
    const { reasons, warnings } = await previewUsers(simulator, rows, {}, { before: stored });
    expect(reasons).to.deep.equal([]);
    expect(warnings.join("\n")).to.contain(places[0]).and.to.contain(places[1]);
    const another =
      "Another username is another user: without it that user is created, and this one deleted.";
    expect(warnings.join("\n").split(another)).to.have.length(2);
    const gone = await previewUsers(simulator, { bob: {} }, {}, { before: stored });
    expect([gone.reasons, gone.warnings]).to.deep.equal([[], []]);
  });

  it("refuses an address that is changed to such a one", async () => {
    const stored = await upUsers(simulator, { alice: { email: "alice@example.com" } });
    const { reasons } = await previewUsers(
      simulator,
      { alice: { email: "alice\u202E@example.com" } },
      { adopt: true },
      { before: stored },
    );
    expect(reasons.join()).to.contain("email has an invisible character (U+202E)");
  });
});
