import { isRecord, type Operation } from "../transport";
import { userPath } from "./user";
import type { UserRef } from "./user-ref";

/**
 * Moves a user to another population, whose password policy holds from then on. The password stays.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-populations/update-user-population.html
 */
export const updateUserPopulation: Operation<UserRef & { readonly populationId: string }, true> = {
  name: "updateUserPopulation",
  method: "PUT",
  path: (user) => `${userPath(user)}/population`,
  mediaType: "application/json",
  body: ({ populationId }) => ({ id: populationId }),
  repeatable: true,
  parse: (body, { populationId }) => (isRecord(body) && body["id"] === populationId ? true : undefined),
};
