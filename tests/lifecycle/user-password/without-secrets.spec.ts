import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { PingOneConfigError } from "../../../provider/errors";
import type { Props } from "../../../provider/lifecycle";
import { fingerprint } from "../../../provider/lifecycle/fingerprint";
import { userPassword } from "../../../provider/lifecycle/user-password";
import { WITHOUT_SECRETS } from "../../../provider/preview-flag";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, recordReport } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { upPassword } from "./up-password";

const value = "New-Secret.43";
const VARIABLE = "WITHOUT_SECRETS_SPEC";
const valueFrom = { env: VARIABLE };
const NOT_CHECKED = `valueFrom.env: the environment variable ${VARIABLE} is not set, and PINGONE_PREVIEW_WITHOUT_SECRETS=1: the value is not checked, and nothing may be written.`;

withSimulator("UserPassword without its secret", (simulator) => {
  afterEach(() => {
    Reflect.deleteProperty(process.env, WITHOUT_SECRETS);
    Reflect.deleteProperty(process.env, VARIABLE);
  });

  async function check(news: Props, olds: Props = {}) {
    const report = recordReport();
    const { inputs, failures } = await userPassword(createSession(simulator)).check(
      olds,
      { fingerprint: "", ...news },
      report,
    );
    return { inputs, failures: failures.map(({ reason }) => reason), ...report };
  }

  for (const flag of [undefined, "", "0", "true"]) {
    it(`fails at preview with ${WITHOUT_SECRETS}=${flag ?? "(unset)"}`, async () => {
      if (flag !== undefined) {
        process.env[WITHOUT_SECRETS] = flag;
      }
      const { failures } = await check({ ...addUser(simulator), valueFrom });
      expect(failures).to.deep.equal([
        `valueFrom.env: the environment variable ${VARIABLE} is not set where pulumi runs. Set it and run again (a preview that has no secrets: PINGONE_PREVIEW_WITHOUT_SECRETS=1).`,
      ]);
    });
  }

  it("is reported as not checked with the flag, while the rest is checked", async () => {
    process.env[WITHOUT_SECRETS] = "1";
    const alice = addUser(simulator);
    const { inputs, failures, warnings } = await check({ ...alice, valueFrom });
    expect({ inputs, failures, warnings }).to.deep.equal({
      inputs: { ...alice, valueFrom, fingerprint: "withheld" },
      failures: [],
      warnings: [NOT_CHECKED],
    });
    const gateway = addUser(simulator, { username: "bob", external: true });
    expect((await check({ ...gateway, valueFrom })).failures.join()).to.contain("status EXTERNAL");
    expect((await check({ ...alice, valueFrom, forceChange: "yes" })).failures).to.have.length(1);
  });

  it("is neither generated nor delivered with the flag", async () => {
    process.env[WITHOUT_SECRETS] = "1";
    const file = join(tmpdir(), `without-secrets-${process.pid}.txt`);
    const args = { ...addUser(simulator), generate: {}, deliverTo: { file } };
    const error = await refusalOf(PingOneConfigError, upPassword(simulator, args));
    expect(error.message).to.contain("nothing is written under it");
    expect(existsSync(file)).to.equal(false);
    expect(calls(simulator)).to.deep.equal([]);
  });

  it("checks a value that is there as ever, with the flag", async () => {
    process.env[WITHOUT_SECRETS] = "1";
    process.env[VARIABLE] = "weak";
    const { failures, warnings } = await check({ ...addUser(simulator), valueFrom });
    expect(failures.join()).to.contain("value does not satisfy");
    expect(warnings).to.deep.equal([]);
  });

  it("excuses no file that is missing", async () => {
    process.env[WITHOUT_SECRETS] = "1";
    const { failures } = await check({ ...addUser(simulator), valueFrom: { file: "./no-such-file.txt" } });
    expect(failures.join()).to.contain("cannot be read (ENOENT)");
  });

  it("is no change for a resource that is there", async () => {
    const alice = addUser(simulator);
    process.env[VARIABLE] = value;
    const before = await upPassword(simulator, { ...alice, valueFrom });
    Reflect.deleteProperty(process.env, VARIABLE);
    process.env[WITHOUT_SECRETS] = "1";
    const { inputs } = await check({ ...alice, valueFrom }, before.inputs);
    expect(inputs["fingerprint"]).to.equal(await fingerprint(value, alice));
    simulator.ledger.clear();
    expect(await upPassword(simulator, { ...alice, valueFrom }, { before })).to.equal(before);
    expect(calls(simulator)).to.deep.equal([]);
  });

  for (const adopt of [false, true]) {
    it(`is created by nobody${adopt ? ", nor taken over" : ""}`, async () => {
      process.env[WITHOUT_SECRETS] = "1";
      const alice = addUser(simulator, { password: "Old-Secret.41" });
      const up = upPassword(simulator, { ...alice, valueFrom, adopt });
      expect((await refusalOf(PingOneConfigError, up)).message).to.equal(
        "Nothing was set: PINGONE_PREVIEW_WITHOUT_SECRETS=1 is for previews, and nothing is written under it. Unset it, and give the value, to make changes.",
      );
      expect(calls(simulator)).to.deep.equal([]);
    });
  }
});
