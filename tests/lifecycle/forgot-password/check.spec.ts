import { expect } from "chai";
import type { Props } from "../../../provider/lifecycle";
import { forgotPassword } from "../../../provider/lifecycle/forgot-password";
import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { offlineSession, recordReport } from "../../helpers/session";

const inputs = {
  environmentId: "11111111-2222-4333-8444-555555555555",
  username: "alice",
  applicationId: "app",
};
const newPassword = "New-Secret.43";

async function reasons(news: Props, olds: Props = {}): Promise<string[]> {
  const lifecycle = forgotPassword(offlineSession());
  const { failures } = await lifecycle.check(olds, { ...inputs, ...news }, recordReport());
  return failures.map(({ reason }) => reason);
}

describe("ForgotPassword check of the recovery", () => {
  it("takes a mere mail, without a password", async () => {
    expect(await reasons({})).to.deep.equal([]);
  });

  it("asks where the code comes from, when there is a password", async () => {
    for (const news of [{ newPassword }, { newPasswordFrom: UNKNOWN }]) {
      const [reason, ...more] = await reasons(news);
      expect(more).to.deep.equal([]);
      expect(reason)
        .to.contain('newPassword needs recoveryCodeFrom: { file: "path" }')
        .and.to.contain("recover with a PasswordRecovery")
        .and.not.to.contain(newPassword);
    }
  });

  it("asks for the password, when there is a place for the code", async () => {
    const [reason, ...more] = await reasons({ recoveryCodeFrom: { file: "code.txt" } });
    expect(more).to.deep.equal([]);
    expect(reason).to.contain("newPassword is missing");
  });

  it("takes a file that is not known yet", async () => {
    for (const recoveryCodeFrom of [UNKNOWN, { file: UNKNOWN }]) {
      expect(await reasons({ recoveryCodeFrom, newPassword })).to.deep.equal([]);
    }
  });

  const wrong = [null, "code.txt", ["code.txt"], {}, { file: 42 }, { env: "CODE" }, { file: "a", env: "B" }];
  for (const recoveryCodeFrom of wrong) {
    it(`refuses ${JSON.stringify(recoveryCodeFrom)} as the place of the code`, async () => {
      expect(await reasons({ recoveryCodeFrom, newPassword })).to.deep.equal([
        'recoveryCodeFrom has to be { file: "path" }: the code does not exist before this runs.',
      ]);
    });
  }

  const places = [
    ["", "has to be the path of a file."],
    ["a\0b", "has to be the path of a file."],
    ["/", "is a folder: name the file that the code is written to."],
    ["no/such/folder/code.txt", "is in a folder that does not exist"],
    [`${"x".repeat(5000)}/code.txt`, "is in a folder that does not exist"],
  ] as const;
  for (const [file, reason] of places) {
    it(`says that no code could arrive in ${JSON.stringify(file.slice(0, 30))}`, async () => {
      const [found, ...more] = await reasons({ recoveryCodeFrom: { file }, newPassword });
      expect(found).to.contain(`recoveryCodeFrom.file ${reason}`);
      expect(more).to.deep.equal([]);
    });
  }

  it("names what is missing", async () => {
    const found = await reasons({ username: undefined, applicationId: undefined });
    expect(found).to.deep.equal([
      "username is missing: give what the user signs on with.",
      "applicationId is missing: give the client id of the application that people sign on to (PingOne console: Applications).",
    ]);
  });

  it("refuses a username that PingOne cannot have", async () => {
    expect(await reasons({ username: "x".repeat(129) })).to.deep.equal([
      "username has to be a text of 1 to 128 characters: give what the user signs on with.",
    ]);
  });
});
