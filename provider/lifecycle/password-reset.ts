import { PingOneError } from "../errors";
import { type Flow, type FlowStatus, operations, type PasswordState, type UserRef } from "../operations";
import type { Send } from "../transport";
import { action } from "./action";
import { mayFail } from "./password-check";
import { plainPassword } from "./password-value";
import type { Report } from "./lifecycle";
import { oneAtATime } from "./one-at-a-time";
import { requireTexts } from "./rules";
import { requireStep, stoppedAt } from "./sign-on";
import { tookEffect } from "./took-effect";

/** Inputs of a PasswordReset once checked: both passwords are gone. */
export type PasswordResetInputs = UserRef & {
  readonly applicationId: string;
  readonly triggers?: unknown;
};

/** What the state keeps of a PasswordReset. */
export type PasswordResetState = PasswordResetInputs & {
  /** Undefined when nothing was asked of the user, so that no sign-on was begun. */
  readonly flowStatus?: FlowStatus | undefined;
  readonly completedAt?: string | undefined;
};

/** Does what a user does who is asked for another password: signs on with the current one and sets the new one. */
export const passwordReset = action<PasswordResetInputs, PasswordResetState>({
  type: "PasswordReset",
  suffix: "reset",
  settings: ["applicationId"],
  secrets: [
    { name: "currentPassword", rule: plainPassword },
    { name: "newPassword", rule: plainPassword },
  ],
  differ: ["currentPassword", "newPassword"],
  check: (news) => requireTexts(news, ["applicationId"]),
  async run({ send, inputs, secret, report }) {
    const { environmentId, userId } = inputs;
    const user = { environmentId, userId };
    const passwords = () => ({
      currentPassword: secret("currentPassword"),
      newPassword: secret("newPassword"),
    });
    const { before, flow } = await oneAtATime(send, user, () => begin(send, inputs, passwords));
    if (flow === undefined) {
      report.info(
        "Nothing is asked of the user (the password is OK): no sign-on was made, and the password stays as it is.",
      );
      return inputs;
    }
    if (flow.status === "COMPLETED") {
      report.info("The sign-on asked for no other password: it stays as it is.");
      return { ...inputs, flowStatus: flow.status, completedAt: new Date().toISOString() };
    }
    requireStep(flow, ["MUST_CHANGE_PASSWORD", "PASSWORD_EXPIRED"]);
    const flowStatus = await reset(send, user, before, flow, passwords(), report);
    return { ...inputs, flowStatus, completedAt: new Date().toISOString() };
  },
});

type Passwords = { readonly currentPassword: string; readonly newPassword: string };

/** Looks at the password, and signs on where that is asked for and cannot lock the user out. */
async function begin(
  send: Send,
  inputs: PasswordResetInputs,
  passwords: () => Passwords,
): Promise<{ before: PasswordState; flow?: Flow }> {
  const { environmentId, userId } = inputs;
  const user = { environmentId, userId };
  const before = await send(operations.readPasswordState, user);
  if (before.status === "OK") {
    return { before };
  }
  await mayFail(send, user, before);
  requireAsked(before);
  return { before, flow: await signOn(send, inputs, passwords().currentPassword) };
}

function requireAsked({ status }: PasswordState): void {
  if (status !== "MUST_CHANGE_PASSWORD" && status !== "PASSWORD_EXPIRED") {
    throw new PingOneError(
      `The password is ${status}, which no sign-on changes: a PasswordReset answers MUST_CHANGE_PASSWORD and PASSWORD_EXPIRED.`,
    );
  }
}

async function signOn(send: Send, inputs: PasswordResetInputs, password: string): Promise<Flow> {
  const { username } = await send(operations.readUser, inputs);
  if (username === undefined) {
    throw new PingOneError(
      `PingOne tells no username of user ${inputs.userId}, so nobody can sign on as the user.`,
    );
  }
  const started = await send(operations.startFlow, inputs);
  const flow = await send(operations.readFlow, { flow: started });
  requireStep(flow, ["USERNAME_PASSWORD_REQUIRED", "SIGN_ON_REQUIRED"]);
  return send(operations.checkUsernamePassword, { flow, username, password });
}

/** Where the sign-on stands once the password is changed. */
async function reset(
  send: Send,
  user: UserRef,
  before: PasswordState,
  flow: Flow,
  passwords: Passwords,
  report: Report,
): Promise<FlowStatus> {
  let after: Flow;
  try {
    after = await send(operations.resetInFlow, { flow, ...passwords });
  } catch (error) {
    // The time of the last change tells whether a reset without an answer took effect.
    if (await tookEffect(send, user, before, error)) {
      report.info("PingOne's answer did not arrive, but the new password is set.");
      return "COMPLETED";
    }
    throw error;
  }
  if (after.status === "FAILED") {
    throw stoppedAt(after);
  }
  if (after.status === "COMPLETED") {
    report.info("The new password is set, and the sign-on completed.");
  } else {
    report.warn(
      `The new password is set. The sign-on goes on with ${after.status}, which is for the user to do: nobody is signed on yet.`,
    );
  }
  return after.status;
}
