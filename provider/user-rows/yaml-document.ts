import { Composer, type CST, type Document, type LineCounter, Parser } from "yaml";
import { describeYamlError } from "./yaml-error";

/** A YAML text, taken apart; or where and why it cannot be. */
export type ReadDocument =
  { readonly document: Document.Parsed } | { readonly offset: number; readonly reason: string };

/** A list of maps with a map in them nests three deep. */
const DEEPEST = 100;

const TOO_DEEP =
  "lists and maps stand a hundred deep within one another here: users are a list of maps, or a map of them.";

/**
 * Takes a YAML text apart, as the library's `parseDocument` does, but for texts that nest deeper than any users do: the library goes down
 * by calls of itself, and near the stack's end Node.js may break off altogether, with no error that could be caught.
 */
export function readDocument(text: string, lineCounter: LineCounter): ReadDocument {
  // The library compares every key with all others, seconds for a map of thousands: keys given twice are found row by row.
  // Its warnings, which it prints itself, repeat the file's text.
  const composer = new Composer({
    lineCounter,
    merge: true,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "error",
  });
  const documents: Document.Parsed[] = [];
  for (const token of new Parser(lineCounter.addNewLine).parse(text)) {
    const offset = findDeep(token);
    if (offset !== undefined) {
      return { offset, reason: TOO_DEEP };
    }
    documents.push(...composer.next(token));
  }
  documents.push(...composer.end(true, text.length));
  const [document, second] = documents;
  const [error] = [...(document?.errors ?? []), ...(document?.warnings ?? [])];
  if (document === undefined || error !== undefined) {
    return { offset: error?.pos[0] ?? 0, reason: describeYamlError(error?.code ?? "IMPOSSIBLE") };
  }
  return second === undefined
    ? { document }
    : { offset: second.range[0], reason: describeYamlError("MULTIPLE_DOCS") };
}

/** Where a part of the text nests too deep; found without calls of itself. */
function findDeep(top: CST.Token): number | undefined {
  const left: { readonly token: CST.Token; readonly depth: number }[] = [{ token: top, depth: 0 }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { token, depth } = next;
    if (depth > DEEPEST) {
      return token.offset;
    }
    partsOf(token).forEach((part) => left.push({ token: part, depth: depth + 1 }));
  }
  return undefined;
}

function partsOf(token: CST.Token): CST.Token[] {
  const parts =
    token.type === "document"
      ? [token.value]
      : "items" in token
        ? token.items.flatMap(({ key, value }) => [key, value])
        : [];
  return parts.filter((part) => part !== undefined && part !== null);
}
