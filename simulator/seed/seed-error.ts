import { ApiError } from "../errors";

/** A seed that cannot be used; the message names the entry and the field. */
export class SeedError extends Error {
  constructor(where: string, problem: string) {
    super(`Wrong seed: ${where} ${problem}.`);
    this.name = "SeedError";
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
