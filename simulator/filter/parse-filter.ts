import { FILTER_OPERATORS } from "./filter";
import type { Filter, FilterOperator, FilterValue } from "./filter";
import { invalidFilter } from "./invalid-filter";
import { tokenizeFilter } from "./tokenize-filter";
import type { FilterToken } from "./tokenize-filter";

/** Parses a filter; `and` binds more tightly than `or`. @throws InvalidRequestError with the detail INVALID_FILTER */
export function parseFilter(text: string): Filter {
  const reader = new TokenReader(tokenizeFilter(text));
  const filter = parseJunction(reader, "or");
  if (reader.peek() !== undefined) throw invalidFilter("The filter goes on after its end");
  return filter;
}

class TokenReader {
  #position = 0;
  constructor(private readonly tokens: readonly FilterToken[]) {}

  peek(): FilterToken | undefined {
    return this.tokens[this.#position];
  }

  next(): FilterToken {
    const token = this.peek();
    if (token === undefined) throw invalidFilter("The filter ends too early");
    this.#position += 1;
    return token;
  }

  takeWord(word: string): boolean {
    const token = this.peek();
    if (token?.kind !== "word" || token.text.toLowerCase() !== word) return false;
    this.#position += 1;
    return true;
  }
}

function parseJunction(reader: TokenReader, kind: "and" | "or"): Filter {
  const parseOperand = () => (kind === "or" ? parseJunction(reader, "and") : parseTerm(reader));
  const first = parseOperand();
  const operands = [first];
  while (reader.takeWord(kind)) operands.push(parseOperand());
  return operands.length === 1 ? first : { kind, operands };
}

function parseTerm(reader: TokenReader): Filter {
  const token = reader.next();
  if (token.kind === "open") {
    const inner = parseJunction(reader, "or");
    if (reader.next().kind !== "close") throw invalidFilter("The filter has a bracket that is not closed");
    return inner;
  }
  if (token.kind !== "word") throw invalidFilter("The filter must name an attribute first");
  return {
    kind: "comparison",
    attribute: token.text,
    operator: parseOperator(reader),
    value: parseValue(reader),
  };
}

function parseOperator(reader: TokenReader): FilterOperator {
  const token = reader.next();
  const text = token.kind === "word" ? token.text : "";
  const operator = FILTER_OPERATORS.find((candidate) => candidate === text.toLowerCase());
  if (operator === undefined) throw invalidFilter(`The filter operator '${text}' is not supported`);
  return operator;
}

function parseValue(reader: TokenReader): FilterValue {
  const token = reader.next();
  if (token.kind === "text") return token.text;
  if (token.kind === "word" && (token.text === "true" || token.text === "false"))
    return token.text === "true";
  throw invalidFilter("The value in a filter must be a quoted text, true or false");
}
