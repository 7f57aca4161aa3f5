import { isRecord } from "../transport";
import { parsePasswordPolicy, type PasswordPolicy } from "./password-policy";

/** Statuses of a password that PingOne documents; a new one is kept as text. */
export type PasswordStatus =
  | "OK"
  | "NO_PASSWORD"
  | "PASSWORD_EXPIRED"
  | "PASSWORD_LOCKED_OUT"
  | "MUST_CHANGE_PASSWORD"
  | "EXTERNAL"
  | (string & {});

/** The state of a user's password. PingOne never returns the password itself. */
export type PasswordState = {
  /** Whether the password can be used, and why not. */
  readonly status: PasswordStatus;
  /** When the password was last changed, by PingOne's clock. Absent for a user without a password. */
  readonly lastChangedAt?: string;
  /** Seconds until a lockout ends by itself; absent when only an unlock ends it. */
  readonly secondsUntilUnlock?: number;
  /** When a lockout ends by itself, by PingOne's clock; only a read of the state tells. */
  readonly unlockAt?: string;
  /** When PingOne answered a read of the state: milliseconds since the epoch by its own clock. */
  readonly readAt?: number;
  /** Id of the policy in force for the user. */
  readonly passwordPolicyId?: string;
  /** The policy itself, when it was asked for. */
  readonly passwordPolicy?: PasswordPolicy;
  /** Failed checks left before a lockout, when PingOne tells. */
  readonly failuresRemaining?: number;
};

/** Reads the state that every password operation answers with; undefined when it is something else. */
export function parsePasswordState(body: unknown): PasswordState | undefined {
  if (!isRecord(body) || typeof body["status"] !== "string") {
    return undefined;
  }
  const { status, lastChangedAt, secondsUntilUnlock, passwordPolicy, _embedded } = body;
  const failuresRemaining = findFailuresRemaining(body);
  const embedded = isRecord(_embedded) ? parsePasswordPolicy(_embedded["passwordPolicy"]) : undefined;
  return {
    status,
    ...(typeof lastChangedAt === "string" ? { lastChangedAt } : {}),
    ...(isNumber(secondsUntilUnlock) ? { secondsUntilUnlock } : {}),
    ...(isRecord(passwordPolicy) && typeof passwordPolicy["id"] === "string"
      ? { passwordPolicyId: passwordPolicy["id"] }
      : {}),
    ...(embedded === undefined ? {} : { passwordPolicy: embedded }),
    ...(failuresRemaining === undefined ? {} : { failuresRemaining }),
  };
}

/**
 * The documentation describes a warning with the checks left before a lockout, but not its name: the smallest number counts whose
 * own name, or whose object's, speaks of failures or attempts that remain.
 */
function findFailuresRemaining(body: Record<string, unknown>): number | undefined {
  const numbers = Object.entries(body).flatMap(([name, value]) =>
    isRecord(value)
      ? Object.entries(value).filter(([inner]) => isRemaining(`${name} ${inner}`))
      : [[name, value] as const].filter(() => isRemaining(name)),
  );
  const counts = numbers.map(([, value]) => value).filter(isNumber);
  return counts.length === 0 ? undefined : counts.reduce((least, count) => Math.min(least, count));
}

/** JSON can write numbers beyond the range, which no state could keep. */
function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

function isRemaining(name: string): boolean {
  return /fail|attempt/i.test(name) && /remain|left/i.test(name);
}
