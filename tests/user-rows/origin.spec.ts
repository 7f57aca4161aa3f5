import { expect } from "chai";
import { describePlace, ORIGIN, originAt, originOf, placesOf } from "../../provider/user-rows/origin";

describe("origin", () => {
  const origin = originAt("users.yaml", 3, [
    ["username", { line: 3, column: 5 }],
    ["passwordRef", { line: 4, column: 16 }],
  ]);

  it("names a column's own line, and the row for a column that it does not have", () => {
    expect(describePlace(origin, "username")).to.equal("users.yaml:3:5");
    expect(describePlace(origin, "passwordRef")).to.equal("users.yaml:4:16");
    for (const column of [undefined, "email", "constructor"]) {
      expect(describePlace(origin, column)).to.equal("users.yaml:3:1");
    }
  });

  it("finds what a row's password is where its column says it", () => {
    expect(describePlace(origin, "valueFrom")).to.equal("users.yaml:4:16");
    expect(describePlace(origin, "generate")).to.equal("users.yaml:4:16");
  });

  it("is of rows from a file alone", () => {
    expect(originOf({ [ORIGIN]: origin })).to.equal(origin);
    expect([{}, null, "x"].map(originOf)).to.deep.equal([undefined, undefined, undefined]);
  });

  it("gives way to the place in the program, where two rows of one name are told apart", () => {
    const where = placesOf([{ username: 'b"b' }, {}, { username: "al", [ORIGIN]: origin }]);
    expect(where(0, "email")).to.equal('users["b\\"b"].email');
    expect(where(0, "username")).to.equal("users[0].username");
    expect(where(1, "email")).to.equal("users[1].email");
    expect(where(1, undefined)).to.equal("users[1]");
    expect(where(2, "username")).to.equal("users.yaml:3:5");
  });

  it("names rows by their usernames alone where their order is another than the program's", () => {
    const rows = [{ username: "amy\u200d\u001b\u202e" }, "x", { username: "al", [ORIGIN]: origin }];
    const where = placesOf(rows, ["amy\u200d\u001b\u202e", "bob", "al"]);
    expect(where(0, "username")).to.equal('users["amy\\u200d\\u001b\\u202e"].username');
    expect(where(1, undefined)).to.equal('users["bob"]');
    expect(where(2, "username")).to.equal("users.yaml:3:5");
  });
});
