import { expect } from "chai";
import * as fc from "fast-check";
import { isEmailAddress } from "../../provider/user-rows/email-address";

describe("isEmailAddress", () => {
  const addresses = [
    "bob@example.com",
    "b@localhost",
    "first.last+tag@sub.example.co.uk",
    "o'neil!#$%&*/=?^_`{|}~-@example.org",
    "jürgen@müller.example",
    '"a b"@example.com',
    "bob@[192.0.2.1]",
    `${"x".repeat(64)}@example.com`,
  ];
  for (const address of addresses) {
    it(`takes ${address}`, () => {
      expect(isEmailAddress(address)).to.equal(true);
    });
  }

  const others = [
    "",
    "bob",
    "bob@",
    "@example.com",
    "bob@@example.com",
    "a@b@example.com",
    "a b@example.com",
    "bob@exam ple.com",
    ".bob@example.com",
    "bob.@example.com",
    "b..b@example.com",
    "bob@.example.com",
    "bob@example.com.",
    "bob@-example.com",
    "bob@example-.com",
    "Bob <bob@example.com>",
    "a@example.com,b@example.com",
    `${"x".repeat(65)}@example.com`,
    `bob@${"x".repeat(256)}`,
    "bob@example.com\n",
  ];
  for (const text of others) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(isEmailAddress(text)).to.equal(false);
    });
  }

  it("takes every address of the usual form", () => {
    fc.assert(fc.property(fc.emailAddress(), isEmailAddress));
  });
});
