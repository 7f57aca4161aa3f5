import type { Callee, ProgramCall } from "../messages";
import { quoted } from "../quoted";

/** What a program constructs, for its errors: the type and, where it is one, the name. */
export function describeConstruction(type: Callee, name: unknown): ProgramCall {
  return typeof name === "string" ? `${type} ${quoted(name)}` : type;
}
