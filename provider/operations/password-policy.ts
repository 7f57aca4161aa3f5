import { isRecord } from "../transport";

/** The parts of a password policy that are used here. */
export type PasswordPolicy = {
  readonly id: string;
  /** Wrong checks that lock the password, 0 when PingOne's answer cannot be understood. Absent: never locked. */
  readonly lockoutFailureCount?: number;
};

/** Reads a policy; undefined when there is none in the answer. */
export function parsePasswordPolicy(body: unknown): PasswordPolicy | undefined {
  if (!isRecord(body) || typeof body["id"] !== "string") {
    return undefined;
  }
  const { id, lockout } = body;
  return lockout === undefined || lockout === null
    ? { id }
    : { id, lockoutFailureCount: failureCountOf(lockout) };
}

function failureCountOf(lockout: unknown): number {
  const count = isRecord(lockout) ? lockout["failureCount"] : undefined;
  return typeof count === "number" ? count : 0;
}
