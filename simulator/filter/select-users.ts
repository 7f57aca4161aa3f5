import type { User } from "../state/user";
import { INDEXED_ATTRIBUTES } from "../state/user-store";
import type { IndexedAttribute, UserStore } from "../state/user-store";
import type { Filter, UserOperator } from "./filter";
import { matchUser } from "./match-user";

/**
 * The users a filter selects, in the order of their creation. Only those are looked at that `eq` of an indexed attribute leaves;
 * other filters look at everybody.
 * @throws InvalidRequestError for an attribute that cannot be filtered by
 */
export function selectUsers(users: UserStore, filter: Filter<UserOperator>): readonly User[] {
  const matches = matchUser(filter);
  const found = lookUp(users, filter);
  if (found !== undefined && filter.kind === "comparison") return found;
  return (found ?? users.all()).filter(matches);
}

/** A list that holds everybody the filter can select; undefined when no index helps. */
function lookUp(users: UserStore, filter: Filter<UserOperator>): readonly User[] | undefined {
  if (filter.kind === "or") return undefined;
  if (filter.kind === "comparison") {
    const { attribute, operator, value } = filter;
    const isIndexed = operator === "eq" && typeof value === "string" && isIndexedAttribute(attribute);
    return isIndexed ? users.findBy(attribute, value) : undefined;
  }
  const lists = filter.operands.map((operand) => lookUp(users, operand)).filter((list) => list !== undefined);
  return lists.sort((left, right) => left.length - right.length)[0];
}

function isIndexedAttribute(attribute: string): attribute is IndexedAttribute {
  return INDEXED_ATTRIBUTES.some((indexed) => indexed === attribute);
}
