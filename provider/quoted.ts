import { UNSEEN } from "./text/unseen";

/** A text of somebody's in quotes, for a message: on one line, without what steers a terminal or is never seen, and no longer than a person reads. */
export function quoted(text: string): string {
  const part = text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
  return JSON.stringify(part).replace(
    ESCAPED,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const ESCAPED = new RegExp(`[\\u007f-\\u009f\\u2028\\u2029]|${UNSEEN.source}`, "g");

const LONGEST = 256;
