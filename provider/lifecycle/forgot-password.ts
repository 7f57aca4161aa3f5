import { PartialFailure, PingOneError } from "../errors";
import { type Flow, type FlowStatus, operations } from "../operations";
import { isRecord, type Send } from "../transport";
import { action } from "./action";
import { awaitCode } from "./await-code";
import type { CheckFailure, Props, Report } from "./lifecycle";
import { type Sent, sendOnce } from "./password-recovery-code";
import { plainPassword } from "./password-value";
import { failure, requireTexts } from "./rules";
import { requireStep, stoppedAt } from "./sign-on";
import { isUnknown } from "./unknown";
import { isUnclear } from "./unclear";
import { subjectKey } from "./user-id";

const SUFFIX = "forgot";

/** Inputs of a ForgotPassword once checked: the new password is gone. */
export type ForgotPasswordInputs = {
  readonly environmentId: string;
  readonly username: string;
  readonly applicationId: string;
  readonly recoveryCodeFrom?: { readonly file: string } | undefined;
  readonly triggers?: unknown;
};

/** What the state keeps of a ForgotPassword. */
export type ForgotPasswordState = ForgotPasswordInputs & {
  readonly flowStatus: FlowStatus;
  readonly sent: Sent;
  readonly sentAt: string;
  readonly recoveredAt?: string | undefined;
};

/** Says at a sign-on that the password is forgotten, and recovers it when the code arrives in a file. */
export const forgotPassword = action<ForgotPasswordInputs, ForgotPasswordState>({
  type: "ForgotPassword",
  suffix: SUFFIX,
  subject: "username",
  settings: ["applicationId", "recoveryCodeFrom"],
  secrets: [
    {
      name: "newPassword",
      rule: plainPassword,
      isRequired: ({ recoveryCodeFrom }) => recoveryCodeFrom !== undefined,
    },
  ],
  check: (news) => [...requireTexts(news, ["applicationId"]), ...checkRecovery(news)],
  async run({ send, inputs, has, secret, report }) {
    const { recoveryCodeFrom } = inputs;
    const newPassword =
      recoveryCodeFrom !== undefined && has("newPassword") ? secret("newPassword") : undefined;
    const waiting = recoveryCodeFrom === undefined ? undefined : awaitCode(recoveryCodeFrom.file);
    const { flow, sent } = await forgot(send, inputs, report);
    const done = { ...inputs, flowStatus: flow.status, sent, sentAt: new Date().toISOString() };
    if (waiting === undefined || newPassword === undefined || sent === "unconfirmed") {
      return done;
    }
    try {
      report.info("Waiting up to 5 minutes for the recovery code in the file of recoveryCodeFrom.");
      const recovered = await send(operations.recoverInFlow, {
        flow,
        recoveryCode: await waiting.code(),
        newPassword,
      });
      requireChanged(recovered, report);
      return { ...done, flowStatus: recovered.status, recoveredAt: new Date().toISOString() };
    } catch (error) {
      if (error instanceof PingOneError) {
        throw new PartialFailure(subjectKey(inputs, SUFFIX), done, hintAtTriggers(error));
      }
      throw error;
    }
  },
});

/** The mail went out and stays counted as sent: only a new trigger sends another. */
function hintAtTriggers(error: PingOneError): PingOneError {
  const outcome = isUnclear(error)
    ? "Whether the password is recovered is not known"
    : "The password is not recovered";
  return new PingOneError(
    `${error.message} ${outcome}; the code was mailed and is not sent again without a new trigger.`,
    { cause: error },
  );
}

async function forgot(
  send: Send,
  { environmentId, applicationId, username }: ForgotPasswordInputs,
  report: Report,
): Promise<{ flow: Flow; sent: Sent }> {
  const started = await send(operations.startFlow, { environmentId, applicationId });
  requireStep(started, ["USERNAME_PASSWORD_REQUIRED", "SIGN_ON_REQUIRED"]);
  let flow = started;
  const sent = await sendOnce(
    async () => {
      flow = await send(operations.forgotPassword, { flow: started, username });
    },
    (message) => {
      report.warn(message);
    },
  );
  if (sent === "confirmed") {
    requireStep(flow, ["RECOVERY_CODE_REQUIRED"]);
    report.info("PingOne mails a recovery code, good for 5 minutes, if there is such a user.");
  }
  return { flow, sent };
}

function requireChanged(flow: Flow, report: Report): void {
  if (flow.status === "FAILED") {
    throw stoppedAt(flow);
  }
  report.info("The password is recovered.");
  if (flow.status !== "COMPLETED") {
    report.warn(`The sign-on that recovered it goes on with ${flow.status}, which is for the user to do.`);
  }
}

function checkRecovery({ recoveryCodeFrom, newPassword, newPasswordFrom }: Props): CheckFailure[] {
  const hasPassword = newPassword !== undefined || newPasswordFrom !== undefined;
  if (recoveryCodeFrom === undefined) {
    return hasPassword
      ? [
          failure(
            'newPassword needs recoveryCodeFrom: { file: "path" }: the file that the mailed code is written to while this runs. Or leave newPassword out, and recover with a PasswordRecovery once the code is there.',
          ),
        ]
      : [];
  }
  if (isUnknown(recoveryCodeFrom)) {
    return [];
  }
  const { file, ...others } = isRecord(recoveryCodeFrom) ? recoveryCodeFrom : {};
  return typeof file === "string" && file !== "" && Object.keys(others).length === 0
    ? []
    : [failure('recoveryCodeFrom has to be { file: "path" }: the code does not exist before this runs.')];
}
