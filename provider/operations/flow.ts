import { isRecord } from "../transport";
import { replayedCookies } from "./flow-cookies";
import { environmentPath } from "./user-ref";

/** Statuses of a sign-on that PingOne documents; a new one is kept as text. */
export type FlowStatus =
  | "USERNAME_PASSWORD_REQUIRED"
  | "SIGN_ON_REQUIRED"
  | "PASSWORD_REQUIRED"
  | "MUST_CHANGE_PASSWORD"
  | "PASSWORD_EXPIRED"
  | "RECOVERY_CODE_REQUIRED"
  | "VERIFICATION_CODE_REQUIRED"
  | "DEVICE_SELECTION_REQUIRED"
  | "OTP_REQUIRED"
  | "PUSH_CONFIRMATION_REQUIRED"
  | "PUSH_CONFIRMATION_TIMED_OUT"
  | "ACCOUNT_LINKING_REQUIRED"
  | "ACCOUNT_CONFIRMATION_REQUIRED"
  | "EXTERNAL_AUTHENTICATION_REQUIRED"
  | "PROFILE_DATA_REQUIRED"
  | "COMPLETED"
  | "FAILED"
  | (string & {});

/** A sign-on on its way. It lives 15 minutes without a call. */
export type Flow = {
  /** UUID of the environment that the user signs on to. */
  readonly environmentId: string;
  /** Id of the sign-on. */
  readonly id: string;
  /** What it waits for. */
  readonly status: FlowStatus;
  /** Where each possible action is sent, by its name, e.g. `usernamePassword.check`. */
  readonly links: Readonly<Record<string, string>>;
  /** Where a completed one goes on to the application. */
  readonly resumeUrl?: string;
  /** The user, once PingOne tells who it is. */
  readonly userId?: string;
  /** Why it failed. */
  readonly error?: { readonly code: string; readonly message: string };
  /** Ties the calls of one sign-on together. A secret: whoever has it can go on with the sign-on. */
  readonly cookie: string;
};

/** What every call of a sign-on is given: the sign-on as the call before it left it. */
export type FlowRef = { readonly flow: Flow };

/** The part that all calls of a sign-on share: as a person's browser makes them, without a token of ours. */
export const onFlow = {
  host: "signOn",
  cookie: ({ flow }: FlowRef) => flow.cookie,
  parse: (body: unknown, { flow }: FlowRef, cookies: readonly string[]) =>
    parseFlow(body, flow.environmentId, replayedCookies(cookies, flow.cookie)),
} as const;

/** Where an action of a sign-on is sent: to PingOne's own link where it gives one. */
export function actionPath({ flow }: FlowRef, action: string): string {
  return flow.links[action] ?? signOnPath(flow.environmentId, "flows", flow.id);
}

/** Path of something of an environment at the auth host. @throws {PingOneError} for a part that would lead elsewhere */
export function signOnPath(environmentId: string, ...parts: readonly string[]): string {
  return environmentPath(environmentId, ...parts).slice("/environments".length);
}

/** Reads a sign-on; undefined when the answer is something else. */
export function parseFlow(body: unknown, environmentId: string, cookie: string): Flow | undefined {
  if (!isRecord(body) || typeof body["id"] !== "string" || typeof body["status"] !== "string") {
    return undefined;
  }
  const { id, status, resumeUrl, error } = body;
  const userId = userIn(body);
  return {
    environmentId,
    id,
    status,
    links: linksIn(body),
    ...(typeof resumeUrl === "string" ? { resumeUrl } : {}),
    ...(userId === undefined ? {} : { userId }),
    ...(isRecord(error) ? { error: { code: text(error["code"]), message: text(error["message"]) } } : {}),
    cookie,
  };
}

function userIn({ _embedded }: Record<string, unknown>): string | undefined {
  const user = isRecord(_embedded) ? _embedded["user"] : undefined;
  return isRecord(user) && typeof user["id"] === "string" ? user["id"] : undefined;
}

function linksIn({ _links }: Record<string, unknown>): Record<string, string> {
  const entries = isRecord(_links) ? Object.entries(_links) : [];
  return Object.fromEntries(
    entries.flatMap(([name, link]) =>
      isRecord(link) && typeof link["href"] === "string" ? [[name, link["href"]]] : [],
    ),
  );
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
