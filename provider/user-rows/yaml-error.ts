import type { ErrorCode } from "yaml";

const MEANINGS: Partial<Readonly<Record<ErrorCode, string>>> = {
  BAD_DQ_ESCAPE:
    "a backslash in double quotes begins an escape: write \\\\ for one that belongs to the text.",
  BAD_INDENT: "the indentation does not fit, or a bracket before this is not closed.",
  BAD_SCALAR_START: "a text that begins with this character has to stand in quotes.",
  BLOCK_AS_IMPLICIT_KEY:
    "the indentation or a colon does not fit: put a text with a colon in it into quotes.",
  MISSING_CHAR: "a quotation mark, bracket, comma or space is missing here or before.",
  MULTIPLE_DOCS: "a second document begins here (---): keep all users in one.",
  TAB_AS_INDENT: "a tab is used to indent: use spaces.",
  TAG_RESOLVE_FAILED: "this tag (!...) has no meaning here: leave it out, or put the text into quotes.",
  UNEXPECTED_TOKEN:
    "this was not expected here: look for a quotation mark, bracket or comma too many or too few.",
};

/** What a syntax error means. The parser's own message repeats the file's text, which may hold passwords. */
export function describeYamlError(code: ErrorCode): string {
  return MEANINGS[code] ?? `this is no valid YAML or JSON (${code}): look for quotes and indentation.`;
}
