/** What a value of the wrong type is, in words; the value itself is not told. */
export function kindOf(value: unknown): string {
  if (value === null) {
    return "null";
  }
  if (Array.isArray(value)) {
    return "a list";
  }
  return KINDS[typeof value];
}

const KINDS: Readonly<
  Record<"bigint" | "boolean" | "function" | "number" | "object" | "string" | "symbol" | "undefined", string>
> = {
  bigint: "a number",
  boolean: "a boolean",
  function: "a function",
  number: "a number",
  object: "an object",
  string: "a text",
  symbol: "a symbol",
  undefined: "nothing",
};

/** What to do about a value that is no text: `, got a number: put it in quotes.` */
export function gotNoText(value: unknown): string {
  const isScalar = ["number", "boolean", "bigint"].includes(typeof value);
  return `, got ${kindOf(value)}${isScalar ? ": put it in quotes" : ""}.`;
}

/** What to do about a value that is no boolean: `, got a text: write it without quotes.` */
export function gotNoBoolean(value: unknown): string {
  return `, got ${kindOf(value)}${typeof value === "string" ? ": write it without quotes" : ""}.`;
}
