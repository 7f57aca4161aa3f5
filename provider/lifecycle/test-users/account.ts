import { createHash } from "node:crypto";
import type { PasswordStatus } from "../../operations";
import type { UserFields } from "../user-fields";

/** What the state keeps of one seeded user. */
export type Account = {
  readonly id: string;
  /** Status of the password. */
  readonly status: PasswordStatus;
  readonly lastChangedAt?: string | undefined;
  readonly held: Held;
  /** Was there before: a removal leaves the user. */
  readonly isAdopted: boolean;
  /** Asked for another password with the last one that was set. */
  readonly forceChange: boolean;
};

/** What PingOne has of the fields that are declared, as far as telling a difference takes. */
export type Held = {
  /** Bits of the declared fields. */
  readonly declared: number;
  readonly enabled: boolean;
  /** Stands for username, email and name. */
  readonly profile: string;
  /** Stands for the population; empty where none is declared. */
  readonly population: string;
};

const PROFILE = ["username", "email", "name.given", "name.family"] as const;
const FIELDS = ["email", "name.given", "name.family", "population", "enabled"] as const;
const ENABLED = 32;
const ADOPTED = 64;
const FORCED = 128;

/** Names of the fields behind the bits. */
export function fieldsIn(held: Held): readonly (typeof FIELDS)[number][] {
  return FIELDS.filter((field) => declares(held, field));
}

/** True when a field is among those that are declared. */
export function declares({ declared }: Held, field: (typeof FIELDS)[number]): boolean {
  return (declared & (1 << FIELDS.indexOf(field))) !== 0;
}

/** What stands for fields, of which those that are undefined are not declared. */
export function heldOf(fields: UserFields): Held {
  return {
    declared: FIELDS.reduce((bits, field, index) => bits | (fields[field] === undefined ? 0 : 1 << index), 0),
    enabled: fields.enabled !== false,
    profile: digest(PROFILE.map((field) => fields[field] ?? null)).slice(0, 8),
    population: fields.population === undefined ? "" : digest([fields.population]).slice(0, 4),
  };
}

/** Kinds of fields, each of which one call changes, and the bits of their fields. */
const KINDS = { profile: 7, population: 8, enabled: 16 } as const;

/** What is held once the fields of one kind are what is wanted. */
export function blend(held: Held, wanted: Held, kind: keyof typeof KINDS): Held {
  const bits = KINDS[kind];
  return {
    ...held,
    [kind]: wanted[kind],
    declared: (held.declared & ~bits) | (wanted.declared & bits),
  };
}

/** In one short text: the engine writes the whole state again at every step, and thousands of users are in one resource. */
export function pack({ id, status, lastChangedAt, held, isAdopted, forceChange }: Account): string {
  const bits =
    held.declared | (held.enabled ? ENABLED : 0) | (isAdopted ? ADOPTED : 0) | (forceChange ? FORCED : 0);
  const flags = bits.toString(36).padStart(2, "0");
  // A status is any text of PingOne's.
  const word = status.replace(/\s/g, "_");
  return `${id} ${word} ${lastChangedAt ?? "-"} ${flags}${held.profile}${held.population}`;
}

/** Reads what {@link pack} wrote. */
export function unpack(text: string): Account {
  const [id = "", status = "", at = "-", rest = ""] = text.split(" ");
  const bits = Number.parseInt(rest.slice(0, 2), 36);
  return {
    id,
    status,
    lastChangedAt: at === "-" ? undefined : at,
    held: {
      declared: bits & (ENABLED - 1),
      enabled: (bits & ENABLED) !== 0,
      profile: rest.slice(2, 10),
      population: rest.slice(10),
    },
    isAdopted: (bits & ADOPTED) !== 0,
    forceChange: (bits & FORCED) !== 0,
  };
}

function digest(values: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("base64url");
}
