import { describeStrayHash } from "./encoding-prefix";
import { nameCharacter, placeIn } from "./name-character";
import { findUnseen } from "./unseen";

/** The way a secret came in: each has its own way of adding what nobody typed. */
export type SecretWay = "input" | "env" | "file" | "setting";

/**
 * The one decision, for every way in, on what cannot be a secret: text that nobody can type. Undefined for what can. To stand behind
 * the name of the secret; the text is never repeated.
 */
export function describeUnfit(text: string, way: SecretWay): string | undefined {
  const found = UNFIT.exec(text);
  if (found === null) {
    return undefined;
  }
  const [run] = found;
  const characters = [...new Set(run)].slice(0, NAMED).map(nameCharacter);
  const place = placeIn(text, found.index, run.length);
  return `has ${characters.join(" and ")} ${place}, which nobody can type: ${fixOf(run, place, way)}`;
}

/** What stands out about a secret, though it can be meant; each fit to stand behind its name. The text is never repeated. */
export function describeOdd(text: string): string[] {
  return [describeBlanks(text), describeQuotes(text), describeStrayHash(text), findUnseen(text)].filter(
    (one) => one !== undefined,
  );
}

/** Control characters, what stands for bytes that were not in UTF-8, and halves of characters. */
const UNFIT = /[\p{Cc}\uFFFD]+|\p{Cs}+/u;

/** So many of a run of characters are named. */
const NAMED = 2;

function fixOf(run: string, place: string, way: SecretWay): string {
  const isAtEnd = place === "at its end";
  if (run.includes("\uFFFD") && way === "input") {
    return "it stands for half of a character or for a text that was not in UTF-8, so give whole characters in UTF-8.";
  }
  if (run.includes("\uFFFD")) {
    return "it stands where a text was not in UTF-8, so give the secret in UTF-8.";
  }
  if (run.includes("\0") && way === "file") {
    return "a text in UTF-16 holds such characters, so save the file as UTF-8.";
  }
  if (isAtEnd && way === "file" && /^[\r\n]+$/.test(run)) {
    return "one line end at the end of a file is no part of the secret, so take the others away.";
  }
  if (way === "file" && /^[\r\n]+$/.test(run)) {
    return "a secret is one line, so leave one in the file.";
  }
  if (isAtEnd && way === "env" && run === "\r") {
    return "a .env file with the line ends of Windows gives its variables one, so save it with line ends LF.";
  }
  if (isAtEnd && way === "input" && /^[\r\n]+$/.test(run)) {
    return "YAML's | keeps the line end of its block, so write |- instead, or take the line end away.";
  }
  return "take it out.";
}

function describeBlanks(text: string): string | undefined {
  const [start, end] = [/^\s/.test(text), /\s$/.test(text)];
  if (!start && !end) {
    return undefined;
  }
  const where = start && end ? "begins and ends" : start ? "begins" : "ends";
  return `${where} with white space, which is taken for a part of it: take it away unless it is meant.`;
}

function describeQuotes(text: string): string | undefined {
  return /^(["'`]).*\1$/su.test(text)
    ? "has the same quotation mark at both ends, which is taken for a part of it: take them away unless they are meant."
    : undefined;
}
