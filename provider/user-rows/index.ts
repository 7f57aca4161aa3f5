/**
 * Rows of users and their rules. What reads files is not here (`./read-users`): the provider's process has no need of its parsers.
 * @module
 */
export { checkRows } from "./check-rows";
export { isEmailAddress } from "./email-address";
export { describePlace, ORIGIN, originOf, placesOf, type RowOrigin, type Where } from "./origin";
export { listProblems } from "./problem";
export type { TestUser } from "./test-user";
export { rowsWithoutNulls, rowWithoutNulls, withoutNulls } from "./without-nulls";
