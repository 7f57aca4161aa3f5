import { ApiError } from "../errors";

/** A seed that cannot be used; the message names the entry and the field. */
export class SeedError extends Error {
  /** The message alone: entry, field, rule and, where the rule does not say it, what to do. */
  readonly reason: string;

  /** @param where the entry and the field, such as `users[1].email` @param problem fit to follow them @param fix a sentence */
  constructor(
    readonly where: string,
    problem: string,
    fix?: string,
  ) {
    const reason = `${where} ${problem}.${fix === undefined ? "" : ` ${fix}.`}`;
    super(`Wrong seed: ${reason}`);
    this.name = "SeedError";
    this.reason = reason;
  }
}

/** Runs a part of the API's own validation on an entry of a seed, and says of its refusal where it arose. */
export function namingEntry<T>(where: string, validate: () => T): T {
  try {
    return validate();
  } catch (error) {
    const [detail] = error instanceof ApiError ? error.details : [];
    if (detail === undefined) throw error;
    throw new SeedError(detail.target === undefined ? where : `${where}.${detail.target}`, detail.message);
  }
}
