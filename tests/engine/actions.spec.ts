import { expect } from "chai";
import { forceChange, lockPassword, mailCode } from "../helpers/outside";
import { withOneStack } from "../helpers/with-stack";

const VALUE = "Copper-Kettle!71x";
const NEXT = "Marble-Window?28y";
const LAST = "Velvet-Curtain!5q";

/** What one run of all actions does to PingOne, in whatever order. */
const WALK = [
  "checkPassword 200",
  "checkUsernamePassword 200",
  "forcePasswordChange 200",
  "forgotPassword 200",
  "readFlow 200",
  "recoverPassword 200",
  "resetInFlow 200",
  "sendRecoveryCode 200",
  "startFlow 200",
  "startFlow 200",
  "unlockPassword 200",
];

const TYPES = [
  "ForgotPassword",
  "PasswordCheck",
  "PasswordForceChange",
  "PasswordRecovery",
  "PasswordRecoveryCode",
  "PasswordReset",
  "PasswordUnlock",
];

withOneStack("the actions on the engine", ({ simulator, stack, newUser, writes }) => {
  const users = new Map<string, string>();
  const idOf = (type: string) => users.get(type) ?? "";

  const declare = (run: string, withSecrets = true) => {
    const secrets = (text: string) => (withSecrets ? text : "");
    const user = (type: string) => `environmentId, userId: "${idOf(type)}", triggers`;
    stack().program(`
      const environmentId = "${simulator().environmentId}", triggers = ["${run}"];
      const applicationId = "${simulator().application.clientId}";
      exports.unlocked = new pingone.PasswordUnlock("PasswordUnlock", { ${user("PasswordUnlock")} }).performed;
      exports.forced = new pingone.PasswordForceChange("PasswordForceChange", { ${user("PasswordForceChange")} }).after.status;
      const mail = new pingone.PasswordRecoveryCode("PasswordRecoveryCode", { ${user("PasswordRecoveryCode")} });
      exports.sent = mail.sent;
      exports.lifetime = pulumi.all([mail.sentAt, mail.expiresAt]).apply(([from, to]) => Date.parse(to) - Date.parse(from));
      exports.recovered = new pingone.PasswordRecovery("PasswordRecovery", { ${user("PasswordRecovery")},
        ${secrets('recoveryCodeFrom: { env: "CODE" }, newPassword: pulumi.secret(process.env.NEW),')}
      }).status;
      exports.reset = new pingone.PasswordReset("PasswordReset", { ${user("PasswordReset")}, applicationId,
        ${secrets('currentPassword: process.env.CURRENT, newPasswordFrom: { env: "NEW" },')}
      }).flowStatus;
      exports.forgot = new pingone.ForgotPassword("ForgotPassword", {
        environmentId, username: "forgetful", applicationId, triggers,
      }).flowStatus;
      exports.matched = new pingone.PasswordCheck("PasswordCheck", { ${user("PasswordCheck")},
        ${secrets('passwordFrom: { env: "CHECKED" },')}
      }).matched;
    `);
  };
  const give = (current: string, next: string, code: string) => {
    stack().setEnv({ CURRENT: current, NEW: next, CODE: code, CHECKED: VALUE });
  };

  before(() => {
    for (const type of TYPES) {
      const locked = type === "PasswordUnlock";
      const name = type === "ForgotPassword" ? { username: "forgetful" } : {};
      users.set(type, newUser({ password: VALUE, locked, forceChange: type === "PasswordReset", ...name }));
    }
    // As an installation has it: nothing but the package's own files, the compiled code among them.
    stack().useSdk("@pulumi/pulumi");
  });

  it("run when they are created, not at preview", async () => {
    give(VALUE, NEXT, await mailCode(simulator(), idOf("PasswordRecovery")));
    await lockPassword(simulator(), idOf("PasswordRecovery"));
    simulator().ledger.clear();
    declare("first");
    expect(await stack().preview("--diff")).to.match(/\+ 8 to create/);
    expect(writes(), "writes of a preview").to.deep.equal([]);

    const output = await stack().up();
    expect([...writes()].sort()).to.deep.equal(WALK);
    for (const line of [
      /unlocked\s*: true/,
      /forced\s*: "MUST_CHANGE_PASSWORD"/,
      /sent\s*: "confirmed"/,
      /lifetime\s*: 300000/,
      /recovered\s*: "OK"/,
      /reset\s*: "COMPLETED"/,
      /forgot\s*: "RECOVERY_CODE_REQUIRED"/,
      /matched\s*: true/,
    ]) {
      expect(output).to.match(line);
    }
    for (const type of ["PasswordRecovery", "PasswordReset"]) {
      expect(simulator().verifyPassword(idOf(type), NEXT), type).to.equal(true);
    }
  });

  it("keep a short text that finds the code, and no secret, in the state", async () => {
    const resources = await stack().resources();
    for (const type of TYPES) {
      const found = resources.find((resource) => resource.type === `pulumi-nodejs:dynamic/pingone:${type}`);
      const { inputs = {}, outputs = {} } = found ?? {};
      for (const text of [inputs["__provider"], outputs["__provider"]]) {
        expect(text).to.equal(`exports.handler=require("pulumi-pingone-password/provider").${type}`);
        expect(String(text).length).to.be.lessThan(100);
      }
      expect(JSON.stringify(inputs).length + JSON.stringify(outputs).length, type).to.be.lessThan(1024);
      expect(Object.keys({ ...inputs, ...outputs }).join(), type).not.to.match(/password|code|current/i);
    }
  });

  it("make no call while nothing changes, nor when their secrets are taken away", async () => {
    simulator().ledger.clear();
    await stack().up("--expect-no-changes");
    stack().setEnv({ CURRENT: undefined, NEW: undefined, CODE: undefined, CHECKED: undefined });
    declare("first", false);
    await stack().up("--expect-no-changes");
    expect(simulator().ledger.entries).to.deep.equal([]);
  });

  it("are refreshed by looking alone", async () => {
    await stack().refresh("--expect-no-changes");
    expect(writes()).to.deep.equal([]);
    expect(simulator().ledger.entries).not.to.deep.equal([]);
  });

  it("run again in an update when a trigger changes, and ask for their secrets then", async () => {
    const before = await stack().resource("PasswordForceChange");
    declare("second", false);
    expect(await stack().fail("preview"), "whichever is looked at first").to.match(
      /(currentPassword is missing: PasswordReset|recoveryCode is missing: PasswordRecovery|password is missing: PasswordCheck) runs now and needs it/,
    );

    await lockPassword(simulator(), idOf("PasswordUnlock"));
    await forceChange(simulator(), idOf("PasswordReset"));
    give(NEXT, LAST, await mailCode(simulator(), idOf("PasswordRecovery")));
    simulator().ledger.clear();
    declare("second");
    expect(await stack().preview())
      .to.match(/~ 7 to update/)
      .and.not.to.match(/replace/);
    expect(writes()).to.deep.equal([]);
    await stack().up();
    expect([...writes()].sort()).to.deep.equal(WALK);
    const after = await stack().resource("PasswordForceChange");
    expect(after.outputs["performedAt"]).to.be.a("string").and.not.equal(before.outputs["performedAt"]);
    expect(simulator().mail.list(idOf("PasswordRecoveryCode"))).to.have.length(2);
    expect(simulator().verifyPassword(idOf("PasswordReset"), LAST)).to.equal(true);
  });

  it("are destroyed without a call, the program being deleted", async () => {
    simulator().ledger.clear();
    stack().deleteProgram();
    await stack().destroy();
    expect(await stack().resources()).to.deep.equal([]);
    expect(simulator().ledger.entries).to.deep.equal([]);
  });
});
