import { isDeepStrictEqual } from "node:util";
import { isTriggered } from "../lifecycle/triggers";
import { CALLS, type Calls, NO_CALLS, sum, times } from "./calls";
import type { Held } from "./document";
import type { Describe } from "./effect";

/** What a preview does with an action that is one series of calls. */
export function describeAction(does: string, { run, refresh }: { run: Calls; refresh: Calls }): Describe {
  return describeRuns(
    () => ({ does, calls: run }),
    () => refresh,
  );
}

/** The same for a sign-on that may go on to recover the password. */
export const describeForgotPassword: Describe = describeRuns(
  ({ inputs }) =>
    inputs["recoveryCodeFrom"] === undefined
      ? { does: "has a recovery code mailed", calls: CALLS.ForgotPassword.run }
      : {
          does: "has a recovery code mailed, and recovers the password with it",
          calls: sum([CALLS.ForgotPassword.run, CALLS.ForgotPassword.recover]),
        },
  () => CALLS.ForgotPassword.refresh,
);

const UNLOCK_WORDS: Readonly<Record<string, string>> = {
  password: "the password",
  account: "the account",
  both: "the password and the account",
};

/** The same for an unlock, which may find nothing to do: the calls are the most there may be. */
export const describeUnlock: Describe = describeRuns(
  ({ inputs }, old) => {
    const { scope = "password", when, rerun } = inputs;
    const { look, unlock } = CALLS.PasswordUnlock;
    const isLookedFor = old !== undefined && rerun === "whenLocked" && isSameRun(old.inputs, inputs);
    return {
      does: `unlocks ${UNLOCK_WORDS[String(scope)] ?? "the user"}${when === "always" ? "" : ", if locked"}`,
      calls: sum([look, times(scope === "both" ? 2 : 1, unlock), times(isLookedFor ? 2 : 0, look)]),
    };
  },
  () => CALLS.PasswordUnlock.refresh,
);

type Run = { readonly does: string; readonly calls: Calls };

function describeRuns(run: (news: Held, old?: Held) => Run, refresh: () => Calls): Describe {
  return {
    create: ({ new: news = NOTHING }) => run(news),
    update: ({ old, new: news = NOTHING }) =>
      old !== undefined && isSameRun(old.inputs, news.inputs) && !isDeepStrictEqual(old.inputs, news.inputs)
        ? { does: "keeps new settings for its next run", calls: NO_CALLS }
        : run(news, old),
    remove: () => ({ does: "nothing: what was done stays", calls: NO_CALLS }),
    refresh: () => ({ does: "looks at the user", calls: refresh() }),
  };
}

const NOTHING: Held = { inputs: {}, outputs: {}, given: [], isRetained: false };

function isSameRun(olds: Held["inputs"], news: Held["inputs"]): boolean {
  return !isTriggered(olds, news);
}
