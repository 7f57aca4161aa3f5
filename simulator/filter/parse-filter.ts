import type { Filter, FilterValue } from "./filter";
import { invalidFilter } from "./invalid-filter";
import { tokenizeFilter } from "./tokenize-filter";
import type { FilterToken } from "./tokenize-filter";

/**
 * Parses a filter; `and` binds more tightly than `or`.
 * @param operators those that are supported
 * @throws InvalidRequestError with the detail INVALID_FILTER
 */
export function parseFilter<Operator extends string>(
  text: string,
  operators: readonly Operator[],
): Filter<Operator> {
  const reader = new TokenReader(tokenizeFilter(text), operators);
  const filter = parseJunction(reader, "or");
  if (reader.peek() !== undefined) throw invalidFilter("The filter goes on after its end");
  return filter;
}

class TokenReader<Operator extends string> {
  #position = 0;
  constructor(
    private readonly tokens: readonly FilterToken[],
    readonly operators: readonly Operator[],
  ) {}

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

function parseJunction<Operator extends string>(
  reader: TokenReader<Operator>,
  kind: "and" | "or",
): Filter<Operator> {
  const parseOperand = () => (kind === "or" ? parseJunction(reader, "and") : parseTerm(reader));
  const first = parseOperand();
  const operands = [first];
  while (reader.takeWord(kind)) operands.push(parseOperand());
  return operands.length === 1 ? first : { kind, operands };
}

function parseTerm<Operator extends string>(reader: TokenReader<Operator>): Filter<Operator> {
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

function parseOperator<Operator extends string>(reader: TokenReader<Operator>): Operator {
  const token = reader.next();
  const text = token.kind === "word" ? token.text : "";
  const operator = reader.operators.find((candidate) => candidate === text.toLowerCase());
  if (operator === undefined) throw invalidFilter(`The filter operator '${text}' is not supported`);
  return operator;
}

function parseValue(reader: TokenReader<string>): FilterValue {
  const token = reader.next();
  if (token.kind === "text") return token.text;
  if (token.kind === "word" && (token.text === "true" || token.text === "false"))
    return token.text === "true";
  throw invalidFilter("The value in a filter must be a quoted text, true or false");
}
