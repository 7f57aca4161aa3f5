import { join, relative } from "node:path";
import { expect } from "chai";
import { readPasswordRef } from "../../provider/user-rows/password-ref";

describe("readPasswordRef", () => {
  const folder = join(process.cwd(), "fixtures");
  const refs: readonly (readonly [text: string, source: unknown])[] = [
    ["env:bob_Password1", { valueFrom: { env: "bob_Password1" } }],
    ["BOB_PASSWORD", { valueFrom: { env: "BOB_PASSWORD" } }],
    ["_X1", { valueFrom: { env: "_X1" } }],
    ["GENERATE", { valueFrom: { env: "GENERATE" } }],
    ["generate", { generate: {} }],
    ["file:bob.txt", { valueFrom: { file: "fixtures/bob.txt" } }],
    ["file:../bob.txt", { valueFrom: { file: "bob.txt" } }],
    ["file:/run/secrets/bob", { valueFrom: { file: "/run/secrets/bob" } }],
  ];
  for (const [text, source] of refs) {
    it(`reads ${text}`, () => {
      expect(readPasswordRef(text, folder)).to.deep.equal(source);
    });
  }

  for (const text of [
    "",
    "env:",
    "env:1X",
    "env:A B",
    "file:",
    "bob_password",
    "bOB",
    "Gk4-Wm9+Rt2=",
    " generate",
    "ENV:X",
    "file:a\0",
  ]) {
    it(`takes ${JSON.stringify(text)} for no reference`, () => {
      expect(readPasswordRef(text, folder)).to.equal(undefined);
    });
  }

  it("names a file outside the current directory from there", () => {
    expect(readPasswordRef("file:x", "/")).to.deep.equal({
      valueFrom: { file: relative(process.cwd(), "/x") },
    });
  });
});
