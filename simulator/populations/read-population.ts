import { InvalidDataError, invalidValue } from "../errors";
import type { Environment } from "../state/environment";
import type { Population } from "../state/population";
import { readBoolean, readReference, readText, requireText } from "../wire/json-body";
import type { JsonObject } from "../wire/json-body";

export type PopulationFields = Omit<Population, "id" | "createdAt" | "updatedAt">;

/** Reads what a caller may write of a population. @param exceptId the population that may have the name already */
export function readPopulationFields(
  environment: Environment,
  body: JsonObject,
  exceptId?: string,
): PopulationFields {
  const name = requireText(body, "name");
  const others = [...environment.populations.values()].filter((population) => population.id !== exceptId);
  if (others.some((population) => population.name === name)) {
    throw new InvalidDataError({
      code: "UNIQUENESS_VIOLATION",
      target: "name",
      message: "is unique but a non-unique value is provided",
    });
  }
  const passwordPolicyId = readReference(body, "passwordPolicy");
  if (passwordPolicyId !== undefined && !environment.passwordPolicies.has(passwordPolicyId)) {
    throw new InvalidDataError(invalidValue("passwordPolicy.id", "The password policy does not exist"));
  }
  return {
    name,
    description: readText(body, "description"),
    isDefault: readBoolean(body, "default") ?? false,
    passwordPolicyId,
    preferredLanguage: readText(body, "preferredLanguage"),
    themeId: readReference(body, "theme"),
  };
}
