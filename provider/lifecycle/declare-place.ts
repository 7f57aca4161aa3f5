import { resolve } from "node:path";
import { isRecord } from "../transport";
import type { CheckFailure, Report } from "./lifecycle";
import { failure } from "./rules";
import type { Session } from "./session";
import { isUnknown } from "./unknown";

/** Two resources that deliver to one place: the passwords of the first would be nobody's. */
export function declarePlace(
  { livingUsers }: Session,
  deliverTo: unknown,
  { resource }: Report,
): CheckFailure[] {
  if (!isRecord(deliverTo) || isUnknown(deliverTo)) {
    return [];
  }
  const { file, githubEnv } = deliverTo;
  const place = typeof file === "string" ? resolve(file) : `variable ${String(githubEnv)}`;
  const other = livingUsers.declare(`deliverTo ${place}`, resource);
  return other === undefined
    ? []
    : [
        failure(
          `deliverTo: ${place} is where another resource delivers to (${other}): give each a place of its own.`,
        ),
      ];
}
