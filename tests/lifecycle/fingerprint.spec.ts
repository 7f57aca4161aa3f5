import { expect } from "chai";
import { fingerprint } from "../../provider/lifecycle/fingerprint";

const user = { environmentId: "e1", userId: "u1" };

describe("fingerprint", () => {
  it("is equal for one value and user, in every process and release", async () => {
    const first = await fingerprint("Secret-Word.42", user);
    expect(first).to.equal("scrypt$1024$8$s-90kCr4PyTm");
    expect(await fingerprint("Secret-Word.42", { ...user })).to.equal(first);
  });

  it("differs by value, user and environment", async () => {
    const prints = await Promise.all([
      fingerprint("Secret-Word.42", user),
      fingerprint("Secret-Word.43", user),
      fingerprint("Secret-Word.42", { ...user, userId: "u2" }),
      fingerprint("Secret-Word.42", { ...user, environmentId: "e2" }),
    ]);
    expect(new Set(prints).size).to.equal(4);
  });

  it("keeps what states of before have, which cost more", async () => {
    const older = "scrypt$2048$8$_NpwIN_aiFJF";
    const old = "scrypt$4096$8$K2F3yOw-Ifi7";
    expect(await fingerprint("Secret-Word.42", user, older)).to.equal(older);
    expect(await fingerprint("Secret-Word.42", user, old)).to.equal(old);
    expect(await fingerprint("Other-Word.42", user, old)).to.match(/^scrypt\$4096\$8\$(?!K2F3yOw-Ifi7)/);
  });

  it("uses the cost of the fingerprint it is compared with", async () => {
    const old = await fingerprint("Secret-Word.42", user, "scrypt$1024$4$anything");
    expect(old).to.match(/^scrypt\$1024\$4\$/);
    expect(await fingerprint("Secret-Word.42", user, old)).to.equal(old);
    expect(await fingerprint("Other-Word.42", user, old)).not.to.equal(old);
  });

  for (const previous of [undefined, "", "04da6b54-80e4-46f7-96ec-b56ff0331ba9", "bcrypt$4$x", 5]) {
    it(`uses its own cost after ${String(previous === "" ? "nothing" : previous)}`, async () => {
      expect(await fingerprint("Secret-Word.42", user, previous)).to.match(/^scrypt\$1024\$8\$/);
    });
  }
});
