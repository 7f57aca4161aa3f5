import { expect } from "chai";
import { PingOneApiError, PingOneAuthError } from "../../provider/errors";
import { EXTERNAL_PASSWORD } from "../../provider/lifecycle/explain-refusal";
import { type ComingSet, previewAdoption, previewSet } from "../../provider/lifecycle/preview-set";
import type { RunReads } from "../../provider/lifecycle/run-reads";
import { UNKNOWN } from "../../provider/lifecycle/unknown";
import type { PasswordState, UserRef } from "../../provider/operations";
import { refusalOf } from "../errors/refusal-of";
import { laxReads, recordReport } from "../helpers/session";
import { user, value } from "./check-inputs";

const passwordPolicy = { id: "p", name: "Long", length: { min: 20 } };
const UNMET = 'value does not satisfy the policy "Long": needs 6 more characters (at least 20).';
const refusal = { operation: "readPasswordState", status: 403, code: "ACCESS_FAILED", details: [] };

function stateReads(state: PasswordState): RunReads {
  return { ...laxReads, state: () => Promise.resolve({ passwordPolicy, ...state }) };
}

function failingReads(error: Error): RunReads {
  return { ...laxReads, state: () => Promise.reject(error) };
}

async function preview(reads: RunReads, coming: ComingSet, ref: UserRef = user) {
  const report = recordReport();
  const failures = await previewSet(reads, ref, coming, report);
  return { failures: failures.map(({ reason }) => reason), said: [...report.infos, ...report.warnings] };
}

describe("previewSet", () => {
  const quiet = { failures: [], said: [] };
  const checked: ComingSet = { value, policyCheck: "error" };

  it("holds a value to the policy", async () => {
    expect(await preview(stateReads({ status: "OK" }), checked)).to.deep.equal({
      failures: [UNMET],
      said: [],
    });
    expect(await preview(stateReads({ status: "OK" }), { value, policyCheck: "warn" })).to.deep.equal({
      failures: [],
      said: [UNMET],
    });
  });

  it("says that PingOne does not know the user, and not that the value satisfies the default policy", async () => {
    const unknown = new PingOneApiError("no", { ...refusal, status: 404, code: "NOT_FOUND" });
    const { failures, said } = await preview(failingReads(unknown), checked);
    expect(failures).to.deep.equal([]);
    expect(said).to.deep.equal([
      `PingOne knows no user ${user.userId} in environment ${user.environmentId}: the set fails unless something else makes the user before. Check environmentId and userId.`,
    ]);
  });

  const unchecked: readonly (readonly [what: string, coming: ComingSet])[] = [
    ["with policyCheck off", { value, policyCheck: "off" }],
    ["past the policy", { value }],
    ["that is encoded", { value: "{SSHA512}c2VjcmV0", policyCheck: "error" }],
    ["that is generated when it is set", { policyCheck: "error" }],
  ];
  for (const [what, coming] of unchecked) {
    it(`holds a value ${what} to none, but looks at the user`, async () => {
      expect(await preview(stateReads({ status: "OK" }), coming)).to.deep.equal(quiet);
      expect((await preview(stateReads({ status: "EXTERNAL" }), coming)).failures).to.deep.equal([
        EXTERNAL_PASSWORD,
      ]);
      expect((await preview(stateReads({ status: "PASSWORD_LOCKED_OUT" }), coming)).said).to.deep.equal([
        "The password is locked out: this set also clears a lockout that only an administrator would lift.",
      ]);
      expect(await preview(failingReads(new PingOneApiError("no rights", refusal)), coming)).to.deep.equal(
        quiet,
      );
    });
  }

  it("fails for a password that is not PingOne's, whatever the value", async () => {
    expect(await preview(stateReads({ status: "EXTERNAL" }), checked)).to.deep.equal({
      failures: [EXTERNAL_PASSWORD],
      said: [],
    });
  });

  it("says once that the tenant does not know us", async () => {
    const reads = failingReads(new PingOneAuthError("who?", 401, "invalid_client"));
    expect(await preview(reads, checked)).to.deep.equal({ failures: ["who?"], said: [] });
    expect(await preview(reads, { policyCheck: "error" })).to.deep.equal({ failures: ["who?"], said: [] });
  });

  it("says once that nothing can be read", async () => {
    expect(await preview(failingReads(new PingOneApiError("no rights", refusal)), checked)).to.deep.equal({
      failures: [],
      said: ["value is not checked against the password policy, which cannot be read: no rights"],
    });
  });

  it("asks nothing about a user who is not known yet", async () => {
    const reads = {
      ...failingReads(new Error("asked")),
      defaultPolicy: () => Promise.resolve(passwordPolicy),
    };
    const { failures, said } = await preview(reads, checked, { ...user, userId: UNKNOWN });
    expect(failures).to.deep.equal([]);
    expect(said.join()).to.contain("the environment's default (the user is not known yet)");
  });

  it("tries a recipe against the policy, and says when the policy cannot be read", async () => {
    const strict = stateReads({ status: "OK" });
    expect((await preview(strict, { recipe: { length: 8 } })).failures).to.deep.equal([
      'generate: no password of this recipe satisfies the policy "Long". Give another length, or leave length and avoid out.',
    ]);
    expect(await preview(strict, { recipe: {} })).to.deep.equal({
      failures: [],
      said: ['The generated password satisfies the policy "Long".'],
    });
    expect((await preview(strict, { recipe: {}, place: 'the file "a.txt"' })).said).to.deep.equal([
      'The generated password satisfies the policy "Long" and goes to the file "a.txt".',
    ]);
    expect((await preview(strict, { recipe: {}, needsPolicy: false })).said).to.deep.equal([
      "The generated password passes the policy over.",
    ]);
    const unread = failingReads(new PingOneApiError("no rights", refusal));
    expect((await preview(unread, { recipe: {} })).said.join()).to.contain(
      "generate needs the password policy",
    );
  });

  it("says at preview what there is to take over", async () => {
    const look = async (status: PasswordState["status"]) =>
      (await previewAdoption(stateReads({ status }), user, recordReport())).map(({ reason }) => reason);
    expect(await look("OK")).to.deep.equal([]);
    expect((await look("NO_PASSWORD")).join()).to.contain("no password to take over");
    expect(await look("EXTERNAL")).to.deep.equal([EXTERNAL_PASSWORD]);
    const unknown = { ...user, userId: UNKNOWN };
    expect(await previewAdoption(failingReads(new Error("asked")), unknown, recordReport())).to.deep.equal(
      [],
    );
  });

  it("lets a bug through", async () => {
    await refusalOf(RangeError, preview(failingReads(new RangeError("a bug")), checked));
  });
});
