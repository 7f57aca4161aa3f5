import { InvalidRequestError } from "../errors";

/** The refusal of a filter that cannot be read or is not supported. */
export function invalidFilter(message: string): InvalidRequestError {
  return new InvalidRequestError({ code: "INVALID_FILTER", target: "filter", message });
}
