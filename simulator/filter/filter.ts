/** The operators PingOne supports on users; older ones (`ne`, `pr`, `gt`, ...) are refused. */
export const FILTER_OPERATORS = ["eq", "sw", "ew", "co"] as const;

export type FilterOperator = (typeof FILTER_OPERATORS)[number];

export type FilterValue = string | boolean;

/** A parsed filter expression. */
export type Filter =
  | { readonly kind: "and" | "or"; readonly operands: readonly Filter[] }
  | {
      readonly kind: "comparison";
      readonly attribute: string;
      readonly operator: FilterOperator;
      readonly value: FilterValue;
    };
