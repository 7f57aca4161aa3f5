import { PingOneError } from "../errors";
import { operations, type PasswordStatus, type UserRef } from "../operations";
import { action } from "./action";
import { EXTERNAL_PASSWORD } from "./explain-refusal";
import { forceChangeAlone } from "./force-change";

/** The password of a user at one moment. */
export type PasswordReport = {
  /** PingOne's status, e.g. `MUST_CHANGE_PASSWORD`. */
  readonly status: PasswordStatus;
  /** When it was last changed, by PingOne's clock. */
  readonly lastChangedAt?: string | undefined;
};

/** Inputs of a PasswordForceChange once checked. */
export type PasswordForceChangeInputs = UserRef & { readonly triggers?: unknown };

/** What the state keeps of a PasswordForceChange. */
export type PasswordForceChangeState = PasswordForceChangeInputs & {
  readonly before: PasswordReport;
  readonly after: PasswordReport;
  readonly performedAt: string;
};

/** Asks a user, whose password nobody manages here, for another one. */
export const passwordForceChange = action<PasswordForceChangeInputs, PasswordForceChangeState>({
  type: "PasswordForceChange",
  suffix: "force-change",
  readsState: true,
  unlocks: "forced change",
  async run({ send, inputs, report }) {
    const { environmentId, userId } = inputs;
    const user = { environmentId, userId };
    const before = await send(operations.readPasswordState, user);
    if (before.status === "EXTERNAL") {
      throw new PingOneError(`There is no password to be changed for user ${userId}. ${EXTERNAL_PASSWORD}`);
    }
    if (before.status === "NO_PASSWORD") {
      throw new PingOneError(
        `User ${userId} has no password that could be changed (NO_PASSWORD): set one with a UserPassword, with forceChange: true.`,
      );
    }
    const after = await forceChangeAlone(send, user);
    report.info(
      `The user has to choose another password at the next sign-on${before.status === "PASSWORD_LOCKED_OUT" ? "; this also unlocked the password" : ""}.`,
    );
    return {
      ...inputs,
      before: reported(before),
      after: reported(after),
      performedAt: new Date().toISOString(),
    };
  },
});

function reported({ status, lastChangedAt }: PasswordReport): PasswordReport {
  return { status, lastChangedAt };
}
