import { planUpdate } from "../lifecycle/plan-update";
import type { UserPasswordInputs, UserPasswordState } from "../lifecycle/user-password-types";
import { CALLS, NO_CALLS } from "./calls";
import type { Describe, Effect } from "./effect";
import { plainText } from "./plain";

const { UserPassword } = CALLS;

/** What a preview does with a password. */
export const describeUserPassword: Describe = {
  create({ new: news }) {
    const { adopt, generate, valueFrom } = news?.inputs ?? {};
    if (adopt === true && generate === undefined) {
      const isKnown = valueFrom !== undefined || news?.given.includes("value") === true;
      return isKnown
        ? {
            does: "takes the password over as it is, once the value is checked",
            calls: UserPassword.adoptKnown,
          }
        : { does: "takes the password over as it is", calls: UserPassword.adopt };
    }
    return set(generate);
  },

  update(step, said) {
    const { generate } = step.new?.inputs ?? {};
    if (said.some((text) => text.includes("set only if it differs"))) {
      return { ...set(generate), does: "sets the password if its value differs", isOpen: true };
    }
    // The fingerprints are secret: only the provider itself saw whether they differ.
    if (said.some((text) => /\bthis sets (the new|a newly generated) password\b/.test(text))) {
      return set(generate);
    }
    switch (planUpdate(withoutPrint(step.old?.outputs), withoutPrint(step.new?.inputs))) {
      case "set":
        return { ...set(generate), does: "sets the password again: it was changed outside" };
      case "forceChange":
        return { does: "asks the user for another password", calls: UserPassword.forceChange };
      case "read":
        return {
          does: "looks at the password, which the last run could not",
          calls: UserPassword.lookAgain,
        };
      default:
        return { does: "keeps new settings; the password stays", calls: NO_CALLS };
    }
  },

  remove({ old, new: news }) {
    const undo = plainText(old?.outputs["undo"]) ?? "";
    const { environmentId, userId } = news?.inputs ?? {};
    // A replacement that stays with its user has set the new password by then.
    const isSameUser = old?.id === [environmentId, userId].join("/");
    if (undo === "" || isSameUser || old?.isRetained === true) {
      return { does: "leaves the password as it is", calls: NO_CALLS };
    }
    const does = undo.startsWith("unset") ? "takes the password away" : "asks the user for another password";
    return {
      does: `${does}${undo.endsWith("!") ? "" : ", unless it was changed outside"}`,
      calls: UserPassword.undo,
    };
  },

  refresh: () => ({ does: "looks at the password", calls: UserPassword.refresh }),
};

function set(generate: unknown): Effect {
  return {
    does: generate === undefined ? "sets the password" : "sets a newly generated password",
    calls: generate === undefined ? UserPassword.set : UserPassword.setGenerated,
    isSet: true,
  };
}

function withoutPrint(props: object = {}): UserPasswordState & UserPasswordInputs {
  return { ...props, fingerprint: "" } as UserPasswordState & UserPasswordInputs;
}
