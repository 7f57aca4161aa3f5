import { expect } from "chai";
import { PingOneError } from "../../provider/errors";
import { previewUnlock, tryPreviewUnlock } from "../../provider/lifecycle/preview-unlock";
import type { RunReads } from "../../provider/lifecycle/run-reads";
import type { PasswordState } from "../../provider/operations";
import { refusalOf } from "../errors/refusal-of";
import { laxReads, recordReport } from "../helpers/session";
import { user } from "./check-inputs";

function readsOf(state: PasswordState): RunReads {
  return { ...laxReads, state: () => Promise.resolve(state) };
}

describe("previewUnlock", () => {
  const cases: readonly (readonly [state: PasswordState, what: string, infos: string[]])[] = [
    [
      { status: "PASSWORD_LOCKED_OUT", secondsUntilUnlock: 900, unlockAt: "2026-11-21T09:15:00Z" },
      "set",
      ["The password is locked out: this set also clears a lockout until 2026-11-21T09:15:00Z."],
    ],
    [
      { status: "PASSWORD_LOCKED_OUT", secondsUntilUnlock: 900 },
      "set",
      ["The password is locked out: this set also clears a lockout that would last another 900 s."],
    ],
    [
      { status: "PASSWORD_LOCKED_OUT" },
      "forced change",
      [
        "The password is locked out: this forced change also clears a lockout that only an administrator would lift.",
      ],
    ],
    [{ status: "OK" }, "set", []],
    [{ status: "NO_PASSWORD" }, "set", []],
    [{ status: "MUST_CHANGE_PASSWORD" }, "set", []],
  ];
  for (const [state, what, infos] of cases) {
    it(`says ${infos.length === 0 ? "nothing" : "so"} for ${JSON.stringify(state)}`, async () => {
      const report = recordReport();
      expect(await previewUnlock(readsOf(state), user, what, report)).to.include({ status: state.status });
      expect(report.infos).to.deep.equal(infos);
      expect(report.warnings).to.deep.equal([]);
    });
  }

  it("fails when the state cannot be read", async () => {
    const reads = { ...laxReads, state: () => Promise.reject(new PingOneError("no")) };
    await refusalOf(PingOneError, previewUnlock(reads, user, "set", recordReport()));
  });
});

describe("tryPreviewUnlock", () => {
  it("says nothing when the state cannot be read", async () => {
    const reads = { ...laxReads, state: () => Promise.reject(new PingOneError("no")) };
    const report = recordReport();
    await tryPreviewUnlock(reads, user, "set", report);
    expect([...report.infos, ...report.warnings]).to.deep.equal([]);
  });

  it("lets a bug through", async () => {
    const reads = { ...laxReads, state: () => Promise.reject(new RangeError("a bug")) };
    await refusalOf(RangeError, tryPreviewUnlock(reads, user, "set", recordReport()));
  });
});
