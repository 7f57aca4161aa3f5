import { PingOneAuthError, PingOneError } from "../../errors";
import { isUuid } from "../../ids";
import type { PasswordPolicy, Population } from "../../operations";
import { checkPolicy, generatePassword, type Recipe } from "../../policy";
import { listProblems, placesOf, type TestUser } from "../../user-rows";
import type { CheckFailure, Props, Report } from "../lifecycle";
import { isEncoded } from "../password-value";
import { failure } from "../rules";
import type { RunReads } from "../run-reads";
import { isUnknown } from "../unknown";
import type { DeclaredPassword } from "./declared-password";
import { policyFor, populationNamed } from "./policy-for";
import { noSuchPopulation } from "./population-ids";

/** Says before anything is sent which passwords PingOne is going to refuse, and which populations it does not have. */
export async function predictRows(
  reads: RunReads,
  { environmentId, policyCheck = "error" }: Props,
  rows: readonly TestUser[],
  fresh: readonly TestUser[],
  declared: ReadonlyMap<string, DeclaredPassword>,
  report: Report,
): Promise<CheckFailure[]> {
  const environment = String(environmentId);
  const isNamed = rows.some(namesPopulation);
  const isAsked = asksPolicy(policyCheck, fresh);
  if (!isNamed && !isAsked) {
    return [];
  }
  try {
    const populations = await reads.populations(environment);
    const missing = isNamed ? findMissing(rows, populations) : [];
    if (missing.length > 0) {
      return [failure(`users:\n${listProblems(missing)}`)];
    }
    return isAsked
      ? judge(
          await problemsIn(reads, environment, populations, fresh, declared),
          policyCheck === "warn",
          report,
        )
      : [];
  } catch (error) {
    if (error instanceof PingOneAuthError) {
      return [failure(error.message)];
    }
    if (error instanceof PingOneError) {
      report.warn(`The users are not checked against PingOne, which cannot be read: ${error.message}`);
      return [];
    }
    throw error;
  }
}

/** Reads what {@link predictRows} is going to ask for, all at once. A failure is kept with the reads, and is told there. */
export async function readAhead(
  reads: RunReads,
  { environmentId, policyCheck = "error" }: Props,
  fresh: readonly TestUser[],
): Promise<void> {
  if (asksPolicy(policyCheck, fresh)) {
    const environment = String(environmentId);
    await Promise.allSettled([reads.populations(environment), reads.defaultPolicy(environment)]);
  }
}

function asksPolicy(policyCheck: unknown, fresh: readonly TestUser[]): boolean {
  return policyCheck !== "off" && !isUnknown(policyCheck) && fresh.length > 0;
}

function judge({ certain, perhaps }: Problems, isMild: boolean, report: Report): CheckFailure[] {
  if (perhaps.length > 0) {
    report.warn(`As far as PingOne documents it:\n${listProblems(perhaps)}`);
  }
  if (certain.length > 0 && isMild) {
    report.warn(`users:\n${listProblems(certain)}`);
  }
  return certain.length > 0 && !isMild ? [failure(`users:\n${listProblems(certain)}`)] : [];
}

type Problems = { readonly certain: readonly string[]; readonly perhaps: readonly string[] };

async function problemsIn(
  reads: RunReads,
  environmentId: string,
  populations: readonly Population[],
  fresh: readonly TestUser[],
  declared: ReadonlyMap<string, DeclaredPassword>,
): Promise<Problems> {
  const certain: string[] = [];
  const perhaps: string[] = [];
  const where = placesOf(fresh);
  const recipes = new Set<string>();
  for (const [index, row] of fresh.entries()) {
    const password = declared.get(row.username);
    if (
      password === undefined ||
      (password.kind !== "value" && password.kind !== "generate") ||
      isUnknown(row.population)
    ) {
      continue;
    }
    const policy = await policyFor(reads, environmentId, populationNamed(populations, row.population));
    if (policy === undefined) {
      continue;
    }
    const name = `the policy "${policy.name ?? policy.id}"`;
    if (password.kind === "generate") {
      const problem = problemOfRecipe(policy, row.generate ?? {}, recipes);
      certain.push(
        ...(problem
          ? [
              `${where(index, "generate")}: no password of this recipe satisfies ${name}: give another length, or leave length and avoid out.`,
            ]
          : []),
      );
    } else if (!isEncoded(password.value)) {
      const unmet = checkPolicy(policy, { password: password.value, profile: profileOf(row) });
      const texts = (isCertain: boolean) =>
        unmet.filter((one) => one.isCertain === isCertain).map(({ text }) => text);
      for (const [problems, found] of [
        [certain, texts(true)],
        [perhaps, texts(false)],
      ] as const) {
        if (found.length > 0) {
          problems.push(
            `${where(index, row.valueFrom === undefined ? "value" : "valueFrom")}: the password does not satisfy ${name}: ${found.join("; ")}.`,
          );
        }
      }
    }
  }
  return { certain, perhaps };
}

/** Each recipe is tried once with a policy: thousands of users have the same. */
function problemOfRecipe(policy: PasswordPolicy, recipe: Recipe, tried: Set<string>): boolean {
  const key = JSON.stringify([policy.id, recipe]);
  if (tried.has(key)) {
    return false;
  }
  if (generatePassword(policy, recipe) === undefined) {
    return true;
  }
  tried.add(key);
  return false;
}

function profileOf({ username, email, name }: TestUser): readonly string[] {
  return [username, email, name?.given, name?.family].filter((value) => value !== undefined);
}

function namesPopulation({ population }: TestUser): boolean {
  return population !== undefined && !isUnknown(population) && !isUuid(population);
}

function findMissing(rows: readonly TestUser[], populations: readonly Population[]): string[] {
  const where = placesOf(rows);
  const names = new Set(populations.map(({ name }) => name));
  return rows.flatMap((row, index) =>
    row.population !== undefined && namesPopulation(row) && !names.has(row.population)
      ? [`${where(index, "population")}: ${noSuchPopulation(row.population, populations)}`]
      : [],
  );
}
