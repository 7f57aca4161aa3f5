/** The operators PingOne supports on users; older ones (`ne`, `pr`, `gt`, ...) are refused. */
export const USER_OPERATORS = ["eq", "sw", "ew", "co"] as const;

export type UserOperator = (typeof USER_OPERATORS)[number];

/** The operators on activities. */
export const ACTIVITY_OPERATORS = ["eq", "gt", "lt"] as const;

export type ActivityOperator = (typeof ACTIVITY_OPERATORS)[number];

export type FilterValue = string | boolean;

/** A parsed filter expression. */
export type Filter<Operator> =
  { readonly kind: "and" | "or"; readonly operands: readonly Filter<Operator>[] } | Comparison<Operator>;

export type Comparison<Operator> = {
  readonly kind: "comparison";
  readonly attribute: string;
  readonly operator: Operator;
  readonly value: FilterValue;
};
