import { isUuid } from "../../ids";
import type { PasswordPolicy, Population } from "../../operations";
import type { RunReads } from "../run-reads";

/** The population a row names, by id or name; the environment's default one where it names none. */
export function populationNamed(
  populations: readonly Population[],
  population: string | undefined,
): Population | undefined {
  if (population === undefined) {
    return populations.find((one) => one.default);
  }
  return populations.find(({ id, name }) => (isUuid(population) ? id === population : name === population));
}

/** The policy that holds in a population; undefined where there is none to be found. */
export async function policyFor(
  reads: RunReads,
  environmentId: string,
  population: Population | undefined,
): Promise<PasswordPolicy | undefined> {
  return population?.passwordPolicyId === undefined
    ? reads.defaultPolicy(environmentId)
    : reads.policy(environmentId, population.passwordPolicyId);
}
