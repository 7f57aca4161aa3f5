import * as fc from "fast-check";
import type { SeedPasswordPolicy } from "../../simulator";
import { swapCase, texts } from "./random-texts";

/** Everything that can be written of a policy's rules, apart from those that only PingOne can check. */
export type Rules = Omit<SeedPasswordPolicy, "id" | "name" | "description" | "default">;

/** Attributes of a user, as PingOne names them. */
export type Attributes = {
  readonly username: string;
  readonly nickname?: string;
  readonly email?: string;
  readonly name?: { readonly given?: string; readonly family?: string };
};

/** A policy, a user and a password that somebody wants that user to have. */
export type Triple = { readonly rules: Rules; readonly attributes: Attributes; readonly password: string };

const rule = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 2 });
const whole = (min: number, max: number) => fc.integer({ min, max });

const limits = fc
  .tuple(fc.option(whole(8, 32), { nil: undefined }), fc.option(whole(0, 247), { nil: undefined }))
  .map(([min, more]) => ({
    ...(min === undefined ? {} : { min }),
    ...(more === undefined ? {} : { max: (min ?? 8) + more }),
  }))
  .filter(({ max = 255 }) => max <= 255);

const classes = fc.record(
  {
    ABCDEFGHIJKLMNOPQRSTUVWXYZ: whole(1, 4),
    abcdefghijklmnopqrstuvwxyz: whole(1, 4),
    "0123456789": whole(1, 4),
    "~!@#$%^&*()-_=+[]{}|;:,.<>/?": whole(1, 4),
  },
  { requiredKeys: [] },
);

const rules: fc.Arbitrary<Rules> = fc
  .record({
    excludesProfileData: fc.boolean(),
    excludesCommonlyUsed: fc.boolean(),
    notSimilarToCurrent: fc.boolean(),
    length: rule(limits),
    minCharacters: rule(classes),
    minComplexity: rule(
      fc.oneof(
        whole(1, 400),
        fc.maxSafeNat().map((days) => Math.max(days, 1)),
      ),
    ),
    maxRepeatedCharacters: rule(whole(1, 4)),
    minUniqueCharacters: rule(whole(1, 12)),
    alphabetSequenceRule: rule(fc.record({ maxLength: whole(2, 3) })),
    numberSequenceRule: rule(fc.record({ maxLength: whole(2, 3) })),
    qwertySequenceRule: rule(fc.record({ maxLength: fc.constant(3) })),
    shiftedNumberRowSequenceRule: rule(fc.record({ maxLength: whole(1, 4) })),
  })
  .map((some) => without(some));

/** An attribute is something else, the password in another case, or most of it. */
const attribute = fc.tuple(
  fc.constantFrom("other", "other", "other", "same", "upper", "lower", "swapped", "longer", "shorter"),
  texts,
);

const parts = fc.record(
  { username: attribute, nickname: attribute, email: attribute, given: attribute, family: attribute },
  { requiredKeys: ["username"] },
);

/**
 * Triples that lie at the edges: lengths around the limits, days to guess and different characters around those needed, attributes near
 * the password.
 */
export const triples: fc.Arbitrary<Triple> = fc
  .record({
    rules,
    text: texts,
    parts,
    // How the password is brought to a limit, and the policy to the password.
    length: fc.option(fc.tuple(fc.constantFrom("min", "max"), whole(-1, 1)), { nil: undefined }),
    days: fc.option(whole(-1, 1), { nil: undefined, freq: 2 }),
    different: fc.option(whole(0, 1), { nil: undefined, freq: 2 }),
    isMail: fc.boolean(),
  })
  .map(({ rules: some, text: drawn, parts: drawnParts, length, days, different, isMail }) => {
    const fitted = length === undefined ? drawn : toLength(drawn, limitOf(some, length[0]) + length[1]);
    const password = isMail && fitted.length < 60 ? `${fitted.replace(/[\s@]/g, "-")}@example.org` : fitted;
    const near = days === undefined ? undefined : daysToGuess(password) + BigInt(days);
    return {
      password,
      rules: {
        ...some,
        ...(near !== undefined && near >= 1n && near <= BigInt(Number.MAX_SAFE_INTEGER)
          ? { minComplexity: Number(near) }
          : {}),
        // Few enough for a generated password to have as many.
        ...(different === undefined
          ? {}
          : { minUniqueCharacters: Math.min(new Set(password).size + different, 12) }),
      },
      attributes: attributesOf(drawnParts, password),
    };
  });

type Parts = Partial<Record<"username" | "nickname" | "email" | "given" | "family", [string, string]>>;

function attributesOf({ username, nickname, email, given, family }: Parts, password: string): Attributes {
  const value = (part: [string, string] | undefined) => part && resemble(part, password);
  const mail = value(email);
  const name = without({ given: value(given), family: value(family) });
  return {
    username: (value(username) ?? "").slice(0, 128) || "somebody",
    ...without({
      nickname: value(nickname),
      email: mail !== undefined && /^[^\s@]+@[^\s@]+$/.test(mail) ? mail : undefined,
      name: Object.keys(name).length === 0 ? undefined : name,
    }),
  };
}

function resemble([how, other]: [string, string], password: string): string {
  switch (how) {
    case "same":
      return password;
    case "upper":
      return password.toUpperCase();
    case "lower":
      return password.toLowerCase();
    case "swapped":
      return swapCase(password);
    case "longer":
      return `${password}x`;
    case "shorter":
      return password.slice(1) || "x";
    default:
      return other;
  }
}

function limitOf({ length = {} }: Rules, limit: string): number {
  return limit === "min" ? (length.min ?? 8) : (length.max ?? 255);
}

/** As many characters as asked, of which pairs and marks are one each. */
function toLength(text: string, length: number): string {
  const characters = Array.from(text);
  const many = Array.from({ length }, (_none, index) => characters[index % characters.length] ?? "x");
  // The halves of a pair that come together would be one character.
  return many
    .join("")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "y");
}

/** Whole days to guess a password, without rounding: what the documentation says of minComplexity, read a third time. */
function daysToGuess(password: string): bigint {
  const kinds: readonly (readonly [RegExp, bigint])[] = [
    [/[a-z]/, 26n],
    [/[A-Z]/, 26n],
    [/[0-9]/, 10n],
    [/[^a-zA-Z0-9]/, 33n],
  ];
  const isAscii = Array.from(password).every((one) => one >= " " && one <= "~");
  const depth = isAscii
    ? kinds.reduce((sum, [kind, size]) => sum + (kind.test(password) ? size : 0n), 0n)
    : 256n;
  const guesses = Array.from(password).reduce((sum, _one, place) => sum + depth ** BigInt(place + 1), 0n);
  return guesses / (100_000_000_000n * 86_400n);
}

function without<T extends object>(some: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given = Object.entries(some).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
