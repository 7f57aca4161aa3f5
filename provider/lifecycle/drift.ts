import type { PasswordState } from "../operations";

/** True when the password was changed after our own last write, by PingOne's clock; an unknown time of ours counts as older. */
export function isNewer(state: PasswordState, appliedAt: string | undefined): boolean {
  if (appliedAt === undefined || state.lastChangedAt === undefined) {
    return state.lastChangedAt !== appliedAt;
  }
  return Date.parse(state.lastChangedAt) > Date.parse(appliedAt);
}
