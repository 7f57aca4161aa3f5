import { expect } from "chai";
import type { SeedUser } from "../../../simulator";
import { recordReport } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { lockOut } from "../lock-out";
import { upPassword } from "./up-password";

const value = "New-Secret.43";

withSimulator("UserPassword of a user who cannot sign on", (simulator) => {
  async function warningsFor(user: Partial<SeedUser>): Promise<string[]> {
    const report = recordReport();
    const ref = addUser(simulator, user);
    await upPassword(simulator, { ...ref, value }, { report });
    expect(simulator.verifyPassword(ref.userId, value), "the password is set all the same").to.equal(true);
    return report.warnings;
  }

  it("says that the user is disabled, and what to do", async () => {
    expect(await warningsFor({ enabled: false })).to.deep.equal([
      "The password is set, but nobody can sign on with it. The user is disabled: enable it in PingOne, or leave it out of the program.",
    ]);
  });

  it("says that the account is locked, and what to do", async () => {
    expect(await warningsFor({ accountLocked: true })).to.deep.equal([
      'The password is set, but nobody can sign on with it. The account is locked, by an administrator or by MFA: unlock it with a PasswordUnlock with scope: "account", or in PingOne, which alone lifts a lock by MFA.',
    ]);
  });

  it("says nothing of a lockout that the set has ended", async () => {
    const user = addUser(simulator, { password: "First-Secret.42" });
    await lockOut(simulator, user);
    const report = recordReport();
    await upPassword(simulator, { ...user, value }, { report });
    expect(report.warnings).to.deep.equal([]);
  });

  it("says it again when another value is set", async () => {
    const user = addUser(simulator, { enabled: false });
    const before = await upPassword(simulator, { ...user, value });
    const report = recordReport();
    await upPassword(simulator, { ...user, value: "Other-Secret.44" }, { before, report });
    expect(report.warnings).to.have.length(1);
  });

  it("counts as set when the user cannot be read", async () => {
    simulator.failNext("readUser", { status: 403 });
    expect(await warningsFor({ enabled: false })).to.deep.equal([]);
    expect(calls(simulator)).to.deep.equal(["setPassword", "readUser"]);
  });
});
