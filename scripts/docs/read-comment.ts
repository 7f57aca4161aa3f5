import ts from "typescript";
import type { Comment } from "./model";

/** The doc comment of a symbol, its line breaks taken out but for those between paragraphs. */
export function readComment(symbol: ts.Symbol, checker: ts.TypeChecker): Comment {
  const tags = symbol.getJsDocTags(checker);
  const tag = (name: string) => tags.filter((each) => each.name === name).map((each) => plain(each.text));
  const whole = plain(symbol.getDocumentationComment(checker));
  const { text = "", link } = /^(?<text>[^]*?)\s*(?<link>https:\/\/\S+)?$/.exec(whole)?.groups ?? {};
  return {
    text: unwrapped(text),
    link,
    example: tag("example")[0],
    byDefault: tag("default").map(unwrapped)[0],
    failures: tag("throws").map((text) => unwrapped(text).replace(/^\{(\w+)\}/, "`$1`")),
  };
}

function plain(parts: readonly ts.SymbolDisplayPart[] | undefined): string {
  return ts
    .displayPartsToString([...(parts ?? [])])
    .replace(/\{@link (\w+)\s*\}/g, "`$1`")
    .trim();
}

function unwrapped(text: string): string {
  return text.replace(/(?<!\n)\n(?![\n-])/g, " ").trim();
}
