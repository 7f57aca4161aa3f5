import { resolve } from "node:path";
import { PartialFailure, PingOneApiError, PingOneError } from "../errors";
import { type Flow, type FlowStatus, operations } from "../operations";
import { isRecord } from "../transport";
import { action } from "./action";
import { awaitCode, obstacleTo } from "./await-code";
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
  sendsMail: true,
  secrets: [
    {
      name: "newPassword",
      rule: plainPassword,
      isRequired: ({ recoveryCodeFrom }) => recoveryCodeFrom !== undefined,
    },
  ],
  check: (news) => [...requireTexts(news, ["applicationId"]), ...checkRecovery(news)],
  reminder: ({ recoveryCodeFrom, recoveredAt }) =>
    recoveryCodeFrom !== undefined && recoveredAt === undefined
      ? "The last run did not recover the password: change triggers to have a new code mailed, or take the resource out."
      : undefined,
  async run({ send, inputs, secret, report }) {
    const { environmentId, applicationId, username, recoveryCodeFrom } = inputs;
    const recovery =
      recoveryCodeFrom === undefined
        ? undefined
        : { newPassword: secret("newPassword"), mail: awaitCode(recoveryCodeFrom.file) };
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
    const done = { ...inputs, flowStatus: flow.status, sent, sentAt: new Date().toISOString() };
    return keeping(done, async () => {
      if (sent === "confirmed") {
        requireStep(flow, ["RECOVERY_CODE_REQUIRED"]);
        report.info("PingOne mails a recovery code, good for 5 minutes, if there is such a user.");
      }
      if (recovery === undefined) {
        return done;
      }
      if (sent === "unconfirmed") {
        throw new PingOneError("Whether a recovery code was mailed is not known, so none is waited for.");
      }
      report.info(
        `Waiting up to 5 minutes for the recovery code in ${resolve(inputs.recoveryCodeFrom?.file ?? "")}.`,
      );
      const { newPassword, mail } = recovery;
      const after = await send(operations.recoverInFlow, {
        flow,
        recoveryCode: await mail.code((message) => {
          report.warn(message);
        }),
        newPassword,
      });
      requireChanged(after, report);
      return { ...done, flowStatus: after.status, recoveredAt: new Date().toISOString() };
    });
  },
});

/** From here on a mail is out, or may be: whatever fails, it stays counted as sent, and only a new trigger sends another. */
async function keeping(
  done: ForgotPasswordState,
  rest: () => Promise<ForgotPasswordState>,
): Promise<ForgotPasswordState> {
  try {
    return await rest();
  } catch (error) {
    if (error instanceof PingOneError) {
      throw new PartialFailure(subjectKey(done, SUFFIX), done, hintAtTriggers(error));
    }
    throw error;
  }
}

function hintAtTriggers(error: PingOneError): PingOneError {
  const outcome =
    isUnclear(error) || isAfterTheChange(error)
      ? "Whether the password is recovered is not known"
      : "The password is not recovered";
  return new PingOneError(`${error.message} ${outcome}; no other code is mailed without a new trigger.`, {
    cause: error,
  });
}

/** An account that is locked all the same may be found so after the password was changed. */
function isAfterTheChange(error: PingOneError): boolean {
  return error instanceof PingOneApiError && error.details.some(({ code }) => code === "ACCOUNT_NOT_USABLE");
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
  if (typeof file !== "string" || Object.keys(others).length > 0) {
    return [
      failure('recoveryCodeFrom has to be { file: "path" }: the code does not exist before this runs.'),
    ];
  }
  const obstacle = obstacleTo(file);
  return obstacle === undefined ? [] : [failure(`recoveryCodeFrom.file ${obstacle}.`)];
}
