import { PingOneError } from "../../errors";
import { generatePassword } from "../../policy";
import type { RunReads } from "../run-reads";
import type { Declared, Plan } from "./plan";
import { policyFor, populationNamed } from "./policy-for";

/** Generated passwords by username. */
export type Generated = ReadonlyMap<string, string>;

/**
 * Makes the passwords that a plan is to set.
 * @throws {PingOneError} when a policy cannot be read or met
 */
export async function generateAll(reads: RunReads, environmentId: string, plan: Plan): Promise<Generated> {
  const due = dueIn(plan);
  const generated = new Map<string, string>();
  if (due.length === 0) {
    return generated;
  }
  const populations = await reads.populations(environmentId);
  for (const { username, row, fields } of due) {
    const population = populationNamed(populations, fields.population);
    const policy = (await policyFor(reads, environmentId, population)) ?? { id: "" };
    const value = generatePassword(policy, row.generate ?? {});
    if (value === undefined) {
      throw new PingOneError(
        `generate: no password of the recipe of ${username} satisfies the policy "${policy.name ?? policy.id}". Give another length, or leave length and avoid out.`,
      );
    }
    generated.set(username, value);
  }
  return generated;
}

function dueIn({ added, changed }: Plan): Declared[] {
  return [...added, ...changed.filter(({ steps }) => steps.includes("password"))].filter(
    ({ row }) => row.generate !== undefined,
  );
}
