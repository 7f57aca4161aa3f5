import { invalidFilter } from "./invalid-filter";

export type FilterToken =
  | { readonly kind: "open" | "close" }
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "text"; readonly text: string };

const TOKEN = /\s*(?:(\()|(\))|"((?:[^"\\]|\\.)*)"|([^\s()"]+))/y;

/** Splits a filter into brackets, words and quoted texts. @throws InvalidRequestError for an open quotation */
export function tokenizeFilter(filter: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  const text = filter.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (match === null) throw invalidFilter("The filter has a quotation that is not closed");
    const [, open, close, quoted, word] = match;
    if (open !== undefined) tokens.push({ kind: "open" });
    else if (close !== undefined) tokens.push({ kind: "close" });
    else if (quoted !== undefined) tokens.push({ kind: "text", text: quoted.replace(/\\(.)/g, "$1") });
    else tokens.push({ kind: "word", text: word ?? "" });
  }
  return tokens;
}
