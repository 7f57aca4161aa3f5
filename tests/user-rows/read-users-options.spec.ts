import { expect } from "chai";
import { plain, withRowFiles } from "./row-files";

describe("options of readUsers", () => {
  const { read } = withRowFiles();

  it("passes over all of a name", () => {
    const ignoreColumns = ["name"];
    for (const name of ["{middle: y}", "{given: Bob, middle: [y]}", "Bob", "[y]"]) {
      const text = `- {username: bob, name: ${name}}\n`;
      expect(plain(read("users.yaml", text, { ignoreColumns }))).to.deep.equal([{ username: "bob" }]);
    }
  });

  it("takes null, and an option without a value, for left out", () => {
    const nothing = JSON.parse('{"allowPlaintext":null,"allowEmpty":null,"ignoreColumns":null}') as object;
    for (const options of [null as unknown as object, nothing, { ignorecolumns: undefined }]) {
      expect(read("users.csv", "username\nbob\n", options)).to.have.length(1);
    }
    const misspelt = { ignoreColumns: undefined, ignorecolumns: ["email"] };
    expect(() => read("users.csv", "username\nbob\n", misspelt)).to.throw("did you mean ignoreColumns?");
  });
});
