import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findSecret } from "../helpers/find-secret";
import { forceChange, mailCode } from "../helpers/outside";
import { withStack } from "../helpers/with-stack";

const CURRENT = "Pl4nted-Secret!Current";
const NEXT = "Pl4nted-Secret!Next";
const LAST = "0ther-Pl4nted#Last";
const CHECKED = "Pl4nted-Secret!Checked";
const WRONG = "Pl4nted-Secret!Wrong";
const WEAK = "pl4nted-refused";
const WRONG_CODE = "PL4NTED0";

/** What the resources are given: the same names everywhere. */
type Secrets = Readonly<Record<"CODE" | "CURRENT" | "NEXT" | "CHECKED", string>>;

withStack("secrets of the actions on the engine", ({ simulator, stack, newUser, writes }) => {
  // Outside the stack's folder, where they would be found.
  let files: string;
  beforeEach(() => {
    files = mkdtempSync(join(tmpdir(), "pingone-planted-"));
  });
  afterEach(() => {
    rmSync(files, { recursive: true });
  });

  const forms: Record<string, (name: string, key: string) => string> = {
    "the environment": (name, key) => `${name}From: { env: "${key}" }`,
    "values of the program": (name, key) => `${name}: process.env.${key}`,
    "secret Outputs": (name, key) => `${name}: pulumi.secret(process.env.${key})`,
    files: (name, key) => `${name}From: { file: ${JSON.stringify(join(files, key))} }`,
  };
  const titles = Object.keys(forms);
  const mixed = (index: number) => titles[index % titles.length] ?? "";
  const ways = [
    { title: "each of the four", wayOf: mixed },
    // Each way alone, for all of them: half a minute each.
    ...(process.env["TEST_ALL"] === "1" ? titles.map((title) => ({ title, wayOf: () => title })) : []),
  ];
  const expectNowhere = async (...codes: string[]) => {
    const planted = [CURRENT, NEXT, LAST, CHECKED, WRONG, WEAK, WRONG_CODE];
    const { clientSecret } = simulator().worker;
    const places = await findSecret(stack(), ...planted, ...codes, clientSecret, "eyJhbGciOi");
    expect(places, "places that show a secret").to.deep.equal([]);
  };
  /** Runs something while the user's next mail is waited for, whose code then stands in the file. */
  const whileMailed = async (userId: string, run: () => Promise<unknown>): Promise<string> => {
    let code = "";
    const mailman = setInterval(() => {
      code = simulator().mail.list(userId).at(-1)?.code ?? "";
      if (code !== "") {
        clearInterval(mailman);
        writeFileSync(join(files, "mailed"), code);
      }
    }, 20);
    await run();
    clearInterval(mailman);
    return code;
  };
  for (const { title, wayOf } of ways) {
    it(`are nowhere when they come from ${title}, whatever is run and whatever fails`, async () => {
      const [reset, recovery, checked] = [
        newUser({ password: CURRENT, forceChange: true }),
        newUser({ password: CURRENT }),
        newUser({ password: CHECKED }),
      ];
      const forgetful = newUser({ username: "forgetful", password: CURRENT });
      const give = (secrets: Secrets) => {
        stack().setEnv(secrets);
        for (const [key, secret] of Object.entries(secrets)) {
          writeFileSync(join(files, key), `${secret}\n`);
        }
      };
      const input = (index: number, name: string, key: string) => forms[wayOf(index)]?.(name, key) ?? "";
      const declare = (run: string, more = "", last = "") =>
        stack().program(`
          const environmentId = "${simulator().environmentId}", triggers = ["${run}"];
          exports.reset = new pingone.PasswordReset("reset", {
            environmentId, userId: "${reset}", triggers, applicationId: "${simulator().application.clientId}",
            ${input(0, "currentPassword", "CURRENT")}, ${input(1, "newPassword", "NEXT")}, ${more}
          }).flowStatus;
          exports.recovery = new pingone.PasswordRecovery("recovery", {
            environmentId, userId: "${recovery}", triggers,
            ${input(2, "recoveryCode", "CODE")}, ${input(3, "newPassword", "NEXT")},
          }).status;
          exports.check = new pingone.PasswordCheck("check", {
            environmentId, userId: "${checked}", triggers, ${input(4, "password", "CHECKED")},
          }).matched;
          ${last}
        `);
      const forgot = () => `
        exports.forgot = new pingone.ForgotPassword("forgot", {
          environmentId, username: "forgetful", applicationId: "${simulator().application.clientId}",
          recoveryCodeFrom: { file: ${JSON.stringify(join(files, "mailed"))} }, ${input(5, "newPassword", "NEXT")},
        }).flowStatus;`;
      const refused = () =>
        writes()
          .filter((write) => write.endsWith(" 400"))
          .sort();
      const code = await mailCode(simulator(), recovery);

      declare("first");
      give({ CODE: WRONG_CODE, CURRENT: WRONG, NEXT, CHECKED: WRONG });
      await stack().fail("up", "--yes", "--diff", "--continue-on-error");
      expect(refused(), "wrong ones").to.deep.equal([
        "checkPassword 400",
        "checkUsernamePassword 400",
        "recoverPassword 400",
      ]);
      simulator().ledger.clear();
      give({ CODE: code, CURRENT, NEXT: WEAK, CHECKED });
      await stack().fail("up", "--yes", "--skip-preview", "--continue-on-error");
      expect(refused(), "by the policy").to.deep.equal(["recoverPassword 400", "resetInFlow 400"]);

      give({ CODE: code, CURRENT, NEXT, CHECKED });
      await expectNowhere(code);
      declare("first", "oops: process.env.NEXT");
      await stack().fail("preview", "--diff");
      declare("first");
      await stack().up("--json", "--suppress-progress");
      expect(simulator().verifyPassword(reset, NEXT)).to.equal(true);
      expect(simulator().verifyPassword(recovery, NEXT)).to.equal(true);

      await forceChange(simulator(), reset);
      const codeToo = await mailCode(simulator(), recovery);
      give({ CODE: codeToo, CURRENT: NEXT, NEXT: LAST, CHECKED });
      declare("second", "", forgot());
      await stack().preview("--json", "--diff");
      const codeInFlow = await whileMailed(forgetful, () => stack().up("--diff"));
      await stack().refresh("--diff");
      expect(simulator().verifyPassword(reset, LAST)).to.equal(true);
      expect(simulator().verifyPassword(recovery, LAST)).to.equal(true);
      expect(simulator().verifyPassword(forgetful, LAST)).to.equal(true);
      await expectNowhere(code, codeToo, codeInFlow);
      await stack().destroy();
      await expectNowhere(code, codeToo, codeInFlow);
    });
  }

  it("are not in the outputs of a stack that exports whole resources", async () => {
    const password = CURRENT;
    const forgetful = newUser({ username: "forgetful", password });
    const recovery = newUser({ password });
    const code = await mailCode(simulator(), recovery);
    const user = (userId: string) => `environmentId, userId: "${userId}"`;
    stack().setEnv({ CURRENT, CODE: code, NEXT, CHECKED });
    stack().program(`
      const environmentId = "${simulator().environmentId}", applicationId = "${simulator().application.clientId}";
      const { CURRENT, CODE, NEXT, CHECKED } = process.env;
      exports.password = new pingone.UserPassword("password", { ${user(newUser())}, value: NEXT });
      exports.check = new pingone.PasswordCheck("check", { ${user(newUser({ password: CHECKED }))}, password: CHECKED });
      exports.recovery = new pingone.PasswordRecovery("recovery", {
        ${user(recovery)}, recoveryCode: CODE, newPassword: NEXT,
      });
      exports.reset = new pingone.PasswordReset("reset", {
        ${user(newUser({ password, forceChange: true }))}, applicationId, currentPassword: CURRENT, newPassword: NEXT,
      });
      exports.forgot = new pingone.ForgotPassword("forgot", {
        environmentId, username: "forgetful", applicationId,
        recoveryCodeFrom: { file: ${JSON.stringify(join(files, "mailed"))} }, newPassword: NEXT,
      });
    `);
    const codeInFlow = await whileMailed(forgetful, () => stack().up());
    expect((await stack().resource("forgot")).outputs).to.include({ flowStatus: "COMPLETED" });
    await expectNowhere(code, codeInFlow);
  });

  it("would be found if they were there: as a part of a trigger, one is", async () => {
    stack().setEnv({ CHECKED });
    stack().program(`
      new pingone.PasswordCheck("check", {
        environmentId: "${simulator().environmentId}", userId: "${newUser({ password: CHECKED })}",
        passwordFrom: { env: "CHECKED" }, triggers: ["of " + process.env.CHECKED],
      });
    `);
    await stack().up("--diff");
    const places = await findSecret(stack(), CHECKED);
    expect(places).to.include("stack export --show-secrets");
    expect(places.filter((place) => place.startsWith("output of pulumi up"))).to.have.length(1);
    expect(places.filter((place) => place.startsWith(stack().backend))).not.to.deep.equal([]);
  });
});
