import { users } from "./describe-plan";
import type { Outcome } from "./run-plan";

/** Users that are named with their reason; a log is read from its end. */
const NAMED = 50;

/** What PingOne refused and what the next run does; undefined where it refused nothing. */
export function describeRefused({ refused, stopped, unfinished }: Outcome): string | undefined {
  if (refused.length === 0 && stopped === undefined) {
    return undefined;
  }
  const lines = refused
    .slice(0, NAMED)
    .map(({ username, error }) => `  ${JSON.stringify(username)}: ${error.message}`);
  const more = refused.length - lines.length;
  return [
    ...(refused.length === 0 ? [] : [`PingOne did not take ${users(refused.length)}:`]),
    ...lines,
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(stopped === undefined
      ? []
      : [`${stopped.message} That ended the run: ${users(unfinished)} not done for it.`]),
    "What PingOne took is kept; the next run does the rest.",
  ].join("\n");
}
