import { isObject } from "../wire/json-body";
import type { JsonObject } from "../wire/json-body";
import type { Seed, SeedApplication, SeedPasswordPolicy, SeedPopulation, SeedUser, SeedWorker } from "./seed";
import type { WorkerRole } from "../state/worker";
import { describeUnfit } from "./secret-text";
import { SeedError } from "./seed-error";

type Kind = "text" | "secret" | "id" | "boolean" | "object" | "list" | "number" | "count";

type Fields<T> = Readonly<Record<keyof T, Kind>>;

const SEED: Fields<Seed> = {
  environment: "object",
  worker: "object",
  applications: "list",
  passwordPolicies: "list",
  populations: "list",
  users: "list",
};

const ENVIRONMENT: Fields<NonNullable<Seed["environment"]>> = { id: "id", name: "text" };

const WORKER: Fields<SeedWorker> = {
  clientId: "text",
  name: "text",
  clientSecret: "secret",
  tokenEndpointAuthMethod: "text",
  roles: "list",
};

const APPLICATION: Fields<SeedApplication> = {
  clientId: "text",
  name: "text",
  clientSecret: "secret",
  redirectUris: "list",
  grantTypes: "list",
  tokenEndpointAuthMethod: "text",
};

const ROLE: Fields<WorkerRole> = { name: "text", environmentIds: "list" };

const POPULATION: Fields<SeedPopulation> = {
  id: "id",
  name: "text",
  default: "boolean",
  passwordPolicy: "text",
};

const USER: Fields<SeedUser> = {
  id: "id",
  username: "text",
  email: "text",
  name: "object",
  externalId: "text",
  population: "text",
  enabled: "boolean",
  password: "secret",
  forceChange: "boolean",
  locked: "boolean",
  accountLocked: "boolean",
  mfa: "object",
  external: "boolean",
  mfaEnabled: "boolean",
};

const MFA: Fields<NonNullable<SeedUser["mfa"]>> = { failures: "count", locked: "boolean" };

const PASSWORD_POLICY: Fields<SeedPasswordPolicy> = {
  id: "id",
  name: "text",
  description: "text",
  default: "boolean",
  excludesProfileData: "boolean",
  excludesCommonlyUsed: "boolean",
  notSimilarToCurrent: "boolean",
  length: "object",
  minCharacters: "object",
  minComplexity: "number",
  maxRepeatedCharacters: "number",
  minUniqueCharacters: "number",
  history: "object",
  lockout: "object",
  maxAgeDays: "number",
  minAgeDays: "number",
  alphabetSequenceRule: "object",
  numberSequenceRule: "object",
  qwertySequenceRule: "object",
  shiftedNumberRowSequenceRule: "object",
};

/** What an id looks like. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const KINDS: Readonly<
  Record<Kind, { readonly name: string; readonly accepts: (value: unknown) => boolean }>
> = {
  text: { name: "a text that is not empty", accepts: isFilledText },
  secret: { name: "a text that is not empty", accepts: isFilledText },
  id: { name: "a UUID in lower case", accepts: (value) => typeof value === "string" && UUID.test(value) },
  boolean: { name: "true or false", accepts: (value) => typeof value === "boolean" },
  number: { name: "a number", accepts: (value) => typeof value === "number" },
  count: {
    name: "a whole number that is not negative",
    accepts: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  },
  object: { name: "an object", accepts: isObject },
  list: { name: "a list", accepts: Array.isArray },
};

/** Makes sure that a value has the form of a seed. @throws SeedError naming the first entry and field that is wrong */
export function checkSeed(value: unknown): asserts value is Seed {
  if (!isObject(value)) throw new SeedError("the whole", "must be an object");
  checkFields(value, SEED, "");
  if (isObject(value["environment"])) checkFields(value["environment"], ENVIRONMENT, "environment.");
  if (isObject(value["worker"])) {
    checkFields(value["worker"], WORKER, "worker.");
    checkEntries(value["worker"]["roles"], ROLE, "worker.roles", "name");
  }
  checkEntries(value["applications"], APPLICATION, "applications", "name");
  checkEntries(value["passwordPolicies"], PASSWORD_POLICY, "passwordPolicies", "name");
  checkEntries(value["populations"], POPULATION, "populations", "name");
  checkEntries(value["users"], USER, "users", "username");
  checkNested(value["users"], "mfa", MFA, "users");
}

function checkEntries(
  entries: unknown,
  fields: Readonly<Record<string, Kind>>,
  list: string,
  required: string,
): void {
  if (!Array.isArray(entries)) return;
  entries.forEach((entry: unknown, index) => {
    const where = `${list}[${index}]`;
    if (!isObject(entry)) throw new SeedError(where, "must be an object");
    checkFields(entry, fields, `${where}.`);
    if (entry[required] === undefined) throw new SeedError(`${where}.${required}`, "is missing", "Give it");
  });
}

function checkNested(
  entries: unknown,
  field: string,
  fields: Readonly<Record<string, Kind>>,
  list: string,
): void {
  if (!Array.isArray(entries)) return;
  entries.forEach((entry: unknown, index) => {
    const nested = isObject(entry) ? entry[field] : undefined;
    if (isObject(nested)) checkFields(nested, fields, `${list}[${index}].${field}.`);
  });
}

function checkFields(object: JsonObject, fields: Readonly<Record<string, Kind>>, prefix: string): void {
  for (const [field, value] of Object.entries(object)) {
    const kind = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (kind === undefined) throw unknownField(field, value, Object.keys(fields), prefix);
    if (value !== undefined && !KINDS[kind].accepts(value)) {
      // YAML takes a plain 12345678 for a number.
      const isUnquoted =
        (kind === "text" || kind === "secret") && (typeof value === "number" || typeof value === "boolean");
      throw new SeedError(
        prefix + field,
        `must be ${KINDS[kind].name}`,
        isUnquoted ? "Put it in quotes" : undefined,
      );
    }
    const problem = kind === "secret" && typeof value === "string" ? describeUnfit(value) : undefined;
    if (problem !== undefined) {
      throw new SeedError(prefix + field, problem, "Take it out (in YAML, |- keeps no line end, as | does)");
    }
  }
}

function isFilledText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

/** Where a colon or a name is missing, a password stands in a field's place, and must not be repeated. */
function unknownField(field: string, value: unknown, known: readonly string[], prefix: string): SeedError {
  const fix = `The fields are ${known.join(", ")}`;
  return /^[A-Za-z]{1,40}$/.test(field) && value !== null
    ? new SeedError(prefix + field, "is not a known field", fix)
    : new SeedError(prefix.replace(/\.$/, "") || "the whole", "has a field that is not known", fix);
}
