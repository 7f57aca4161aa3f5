import { PingOneApiError, PingOneError } from "../errors";
import { operations, type UserRef } from "../operations";
import { action } from "./action";
import { explainRefusal } from "./explain-refusal";
import { isUnclear } from "./unclear";

/** Milliseconds for which PingOne takes a recovery code. */
const CODE_LIFETIME = 5 * 60_000;

/** Inputs of a PasswordRecoveryCode once checked. */
export type PasswordRecoveryCodeInputs = UserRef & { readonly triggers?: unknown };

/** What the state keeps of a PasswordRecoveryCode: never the code. */
export type PasswordRecoveryCodeState = PasswordRecoveryCodeInputs & {
  readonly sent: Sent;
  readonly sentAt: string;
  readonly expiresAt: string;
};

/** Whether a code was mailed: `unconfirmed` when PingOne's answer never came. */
export type Sent = "confirmed" | "unconfirmed";

/** Mails a recovery code: once per trigger, whatever happens on the way. */
export const passwordRecoveryCode = action<PasswordRecoveryCodeInputs, PasswordRecoveryCodeState>({
  type: "PasswordRecoveryCode",
  suffix: "recovery-code",
  sendsMail: true,
  async run({ send, inputs, report }) {
    const { environmentId, userId } = inputs;
    const user = { environmentId, userId };
    const sent = await sendOnce(
      () => send(operations.sendRecoveryCode, user),
      (message) => {
        report.warn(message);
      },
    ).catch(async (error: unknown) => {
      throw error instanceof PingOneApiError ? await explainRefusal(send, user, error) : error;
    });
    const now = Date.now();
    if (sent === "confirmed") {
      report.info("PingOne mails the user a recovery code, good for 5 minutes.");
    }
    return {
      ...inputs,
      sent,
      sentAt: new Date(now).toISOString(),
      expiresAt: new Date(now + CODE_LIFETIME).toISOString(),
    };
  },
});

/** Makes a call that mails a code. One whose answer never came is not made again: a second mail would make the first one's code worthless. */
export async function sendOnce(call: () => Promise<unknown>, warn: (message: string) => void): Promise<Sent> {
  try {
    await call();
    return "confirmed";
  } catch (error) {
    if (!(error instanceof PingOneError) || !isUnclear(error)) {
      throw error;
    }
    warn(
      `Whether a recovery code was mailed is not known, and it is not sent again: ${firstSentence(error.message)}. Look into the user's mailbox; change triggers to send a new code.`,
    );
    return "unconfirmed";
  }
}

/** What happened, without the advice to run again: that would not send it. */
function firstSentence(message: string): string {
  return message.split(/\.( |$)/, 1)[0] ?? "";
}
