import { isRecord } from "../transport";

/** The parts of a password policy that are used here. */
export type PasswordPolicy = {
  readonly id: string;
  readonly name: string;
  /** Wrong checks that lock the password. Absent: never locked. */
  readonly lockoutFailureCount?: number;
};

/** Reads a policy; undefined when there is none in the answer. */
export function parsePasswordPolicy(body: unknown): PasswordPolicy | undefined {
  if (!isRecord(body) || typeof body["id"] !== "string") {
    return undefined;
  }
  const { id, name, lockout } = body;
  return {
    id,
    name: typeof name === "string" ? name : id,
    ...(isRecord(lockout) && typeof lockout["failureCount"] === "number"
      ? { lockoutFailureCount: lockout["failureCount"] }
      : {}),
  };
}
