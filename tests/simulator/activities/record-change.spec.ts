import { expect } from "chai";
import type { SeedUser } from "../../../simulator";
import { useBench } from "../bench";
import { typesOf } from "./list-activities-of";

describe("recordChange", () => {
  const bench = useBench();
  const PASSWORD = "Secret-Word.42";
  const alice = { username: "alice", email: "alice@example.com", password: PASSWORD };
  const create = (user: Partial<SeedUser>) => bench.simulator.createUser({ ...alice, ...user });
  const account = (id: string, action: string) =>
    bench.call("POST", `/users/${id}`, { type: `application/vnd.pingidentity.account.${action}+json` });

  /** What can end a lockout of the password. */
  const unlocking: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
    "PASSWORD.UNLOCKED": (id) => bench.password(id, "POST", "unlock"),
    "PASSWORD.FORCE_CHANGE": (id) => bench.password(id, "POST", "forceChange"),
    "PASSWORD.RESET": (id) => bench.password(id, "PUT", "reset+json", { newPassword: "temporary" }),
    "PASSWORD.SET": (id) => bench.password(id, "PUT", "set+json", { value: "Another-Word.43" }),
    "PASSWORD.UNSET": (id) => bench.password(id, "PUT", "setValue+json", {}),
  };
  for (const [type, unlock] of Object.entries(unlocking)) {
    it(`records ${type} and, when that ended the only lock, USER.UNLOCKED`, async () => {
      await unlock(create({ locked: true }));
      expect(await typesOf(bench)).to.deep.equal([type, "USER.UNLOCKED"]);
    });

    it(`records ${type} alone while the account or MFA is locked too, or when nothing was`, async () => {
      await unlock(create({ locked: true, accountLocked: true }));
      await unlock(create({ locked: true, mfa: { locked: true }, username: "bob" }));
      await unlock(create({ username: "carol" }));
      expect(await typesOf(bench)).to.deep.equal([type, type, type]);
    });
  }

  it("records USER.LOCKED after the wrong check that locks", async () => {
    const id = create({});
    for (const password of ["a", "b", "c", "d", "e"])
      await bench.password(id, "POST", "check+json", { password });
    expect((await typesOf(bench)).slice(3)).to.deep.equal([
      "PASSWORD.CHECK_FAILED",
      "PASSWORD.CHECK_FAILED",
      "USER.LOCKED",
    ]);
  });

  it("records a lock of the account, and its end, once", async () => {
    const id = create({});
    for (const action of ["lock", "lock", "unlock", "unlock"]) await account(id, action);
    expect(await typesOf(bench)).to.deep.equal(["USER.LOCKED", "USER.UNLOCKED"]);
  });

  it("records no second lock of a user, and no unlock while one is left", async () => {
    const id = create({ locked: true });
    for (const action of ["lock", "unlock"]) await account(id, action);
    expect(await typesOf(bench)).to.deep.equal([]);
  });

  it("records no unlock for a lockout whose time was over", async () => {
    const id = create({ locked: true });
    bench.simulator.advance(900_000);
    await bench.password(id, "POST", "unlock");
    expect(await typesOf(bench)).to.deep.equal(["PASSWORD.UNLOCKED"]);
  });
});
