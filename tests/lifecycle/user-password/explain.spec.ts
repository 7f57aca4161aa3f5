import { expect } from "chai";
import { createReports } from "../../../provider/dynamic/reports";
import type { Props } from "../../../provider/lifecycle";
import { fingerprint } from "../../../provider/lifecycle/fingerprint";
import { createRunReads, type RunReads } from "../../../provider/lifecycle/run-reads";
import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { userPassword } from "../../../provider/lifecycle/user-password";
import type { UserPasswordInputs, UserPasswordState } from "../../../provider/lifecycle/user-password-types";
import { laxReads, offlineSession, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { user, value } from "../check-inputs";

const at = "2026-11-20T08:00:00.000Z";
const LOCKED: RunReads = {
  ...laxReads,
  state: () =>
    Promise.resolve({
      status: "PASSWORD_LOCKED_OUT",
      secondsUntilUnlock: 60,
      unlockAt: "2026-11-21T09:01:00Z",
      passwordPolicy: { id: "lax", name: "Lax" },
    }),
};

/** Previews twice in one process, as the engine may, and answers all that reaches the resource's line. */
async function preview(olds: Partial<UserPasswordState>, news: Props, reads: RunReads = laxReads) {
  const lines: string[] = [];
  const reportFor = createReports((_severity, text) => {
    lines.push(text);
    return Promise.resolve();
  });
  const lifecycle = userPassword(offlineSession({ reads }));
  const old = await fingerprint(value, user);
  const state = { fingerprint: old, status: "OK", externallyChanged: false, ...olds };
  for (let times = 0; times < 2; times += 1) {
    const report = reportFor("UserPassword alice", "urn:alice");
    const declared = { ...user, value, fingerprint: "", ...news };
    const { inputs, failures } = await lifecycle.check(
      { ...user, fingerprint: state.fingerprint },
      declared,
      report,
    );
    expect(failures).to.deep.equal([]);
    const id = `${user.environmentId}/${user.userId}`;
    await lifecycle.diff(id, state, inputs as unknown as UserPasswordInputs, report);
  }
  return lines;
}

describe("UserPassword explains", () => {
  const satisfied = 'value satisfies the policy "Lax".';
  const changed = { value: "Other-Word.43" };
  const drifted = { externallyChanged: true, lastChangedAt: at };
  const expose = { value: undefined, generate: {}, exposeValue: true };
  const cases: readonly (readonly [
    what: string,
    olds: Partial<UserPasswordState>,
    news: Props,
    lines: string[],
    reads?: RunReads,
  ])[] = [
    ["nothing where nothing changes", {}, {}, []],
    ["a new value", {}, changed, [satisfied, "The value changed: this sets the new password."]],
    [
      "a password to be generated",
      {},
      expose,
      [
        'The generated password satisfies the policy "Lax" and goes to the state, encrypted.',
        "The value changed: this sets a newly generated password.",
      ],
    ],
    [
      "a value that is not known yet",
      {},
      { value: UNKNOWN },
      ["The value is not known yet: it is set only if it differs."],
    ],
    [
      "a change outside that stays",
      drifted,
      {},
      [
        `The password was changed outside this stack at ${at}: it is left as it is; a new value would set it again.`,
      ],
    ],
    [
      "a password that was taken away outside",
      { externallyChanged: true },
      {},
      [
        "The password was changed outside this stack (the user has none now): it is left as it is; a new value would set it again.",
      ],
    ],
    [
      "a change outside that is taken back",
      drifted,
      { onExternalChange: "reset", bypassPolicy: true },
      [
        `The password was changed outside this stack at ${at}: pulumi up sets it again (onExternalChange: reset).`,
      ],
    ],
    ["nothing of a change outside that is ignored", drifted, { onExternalChange: "ignore" }, []],
    [
      "forceChange that is switched off",
      { forceChange: true },
      {},
      ["forceChange: false takes effect with the next value: nothing is sent to PingOne now."],
    ],
    [
      "a lockout that a set clears",
      {},
      changed,
      [
        "The password is locked out: this set also clears a lockout until 2026-11-21T09:01:00Z.",
        satisfied,
        "The value changed: this sets the new password.",
      ],
      LOCKED,
    ],
    [
      "a lockout that forceChange clears",
      {},
      { forceChange: true },
      ["The password is locked out: this forced change also clears a lockout until 2026-11-21T09:01:00Z."],
      LOCKED,
    ],
    ["nothing of a lockout that stays", {}, { deletionPolicy: "unset" }, [], LOCKED],
    [
      "a value that is missing",
      {},
      { value: undefined },
      ["No value arrives (none is given, or ignoreChanges holds it back): the password stays as it is."],
    ],
  ];
  for (const [what, olds, news, lines, reads] of cases) {
    it(`${what}, once`, async () => {
      expect(await preview(olds, news, reads)).to.deep.equal(lines);
    });
  }
});

withSimulator("UserPassword preview", (simulator) => {
  it("reads a locked user once, for the policy and for the lockout", async () => {
    const alice = addUser(simulator, { password: value, locked: true });
    const reads = createRunReads(transportTo(simulator));
    const lifecycle = userPassword(offlineSession({ reads }));
    const lines: string[] = [];
    const report = createReports((_severity, text) => {
      lines.push(text);
      return Promise.resolve();
    })("UserPassword alice", "urn:alice");
    const olds = { fingerprint: "old", status: "OK", externallyChanged: false };
    const declared = { ...alice, value: "Other-Word.43", fingerprint: "" };
    const { inputs } = await lifecycle.check({ ...alice, fingerprint: "old" }, declared, report);
    await lifecycle.diff(
      `${alice.environmentId}/${alice.userId}`,
      olds,
      inputs as unknown as UserPasswordInputs,
      report,
    );
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
    expect(lines).to.have.length(3);
    expect(lines[0]).to.match(
      /^The password is locked out: this set also clears a lockout until [\d-]+T[\d:]+Z\.$/,
    );
  });
});
