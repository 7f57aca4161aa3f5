import { isRecord } from "../transport";

/** A password policy, in PingOne's own field names; what is absent is not enforced. */
export type PasswordPolicy = {
  /** UUID of the policy. */
  readonly id: string;
  /** Its name in the PingOne console. */
  readonly name?: string;
  /** What the administrator says about it. */
  readonly description?: string;
  /** True for the environment's default policy. */
  readonly default?: boolean;
  /** No username, name or the like in the password. */
  readonly excludesProfileData?: boolean;
  /** None of PingOne's list of common passwords. */
  readonly excludesCommonlyUsed?: boolean;
  /** None that resembles the present one, when the user changes it. */
  readonly notSimilarToCurrent?: boolean;
  /** How many characters. */
  readonly length?: { readonly min?: number; readonly max?: number };
  /** How many characters of each class, the class written out. */
  readonly minCharacters?: Readonly<Record<string, number>>;
  /** Days to guess it by brute force. */
  readonly minComplexity?: number;
  /** How often the same character may stand in a row. */
  readonly maxRepeatedCharacters?: number;
  /** How many different characters. */
  readonly minUniqueCharacters?: number;
  /** Former passwords that are refused: how many, and for how many days. */
  readonly history?: { readonly count?: number; readonly retentionDays?: number };
  /** `failureCount` wrong checks lock the password, 0 when PingOne's answer cannot be understood. */
  readonly lockout?: { readonly failureCount: number; readonly durationSeconds?: number };
  /** Days after which a password expires. */
  readonly maxAgeDays?: number;
  /** Days before which the user may not change it again. */
  readonly minAgeDays?: number;
  /** How many neighbours in the alphabet may follow each other. */
  readonly alphabetSequenceRule?: { readonly maxLength?: number };
  /** The same for digits. */
  readonly numberSequenceRule?: { readonly maxLength?: number };
  /** The same for neighbours on the keyboard. */
  readonly qwertySequenceRule?: { readonly maxLength?: number };
  /** The same for the characters above the digits. */
  readonly shiftedNumberRowSequenceRule?: { readonly maxLength?: number };
};

const TEXTS = ["name", "description"];
const FLAGS = ["default", "excludesProfileData", "excludesCommonlyUsed", "notSimilarToCurrent"];
const NUMBERS = ["minComplexity", "maxRepeatedCharacters", "minUniqueCharacters", "maxAgeDays", "minAgeDays"];
const GROUPS = [
  "length",
  "minCharacters",
  "history",
  "alphabetSequenceRule",
  "numberSequenceRule",
  "qwertySequenceRule",
  "shiftedNumberRowSequenceRule",
];

/** Reads a policy; undefined when there is none in the answer. A field of another type than documented counts as absent. */
export function parsePasswordPolicy(body: unknown): PasswordPolicy | undefined {
  if (!isRecord(body) || typeof body["id"] !== "string") {
    return undefined;
  }
  const { id, lockout } = body;
  return {
    id,
    ...fieldsOf(body, TEXTS, "string"),
    ...fieldsOf(body, FLAGS, "boolean"),
    ...fieldsOf(body, NUMBERS, "number"),
    ...Object.fromEntries(GROUPS.flatMap((name) => groupOf(name, body[name]))),
    ...(lockout === undefined || lockout === null ? {} : { lockout: parseLockout(lockout) }),
  };
}

function fieldsOf(body: Record<string, unknown>, names: readonly string[], type: string) {
  return Object.fromEntries(
    names.flatMap((name) => (isOf(type, body[name]) ? [[name, body[name]] as const] : [])),
  );
}

/** JSON can write numbers beyond the range, which no state could keep. */
function isOf(type: string, value: unknown): boolean {
  return type === "number" ? Number.isFinite(value) : typeof value === type;
}

/** The numbers of a rule that has several. */
function groupOf(name: string, value: unknown) {
  return isRecord(value) ? [[name, fieldsOf(value, Object.keys(value), "number")] as const] : [];
}

function parseLockout(lockout: unknown): { failureCount: number; durationSeconds?: number } {
  const { failureCount = 0, durationSeconds } = isRecord(lockout)
    ? (fieldsOf(lockout, ["failureCount", "durationSeconds"], "number") as Record<string, number | undefined>)
    : {};
  return { failureCount, ...(durationSeconds === undefined ? {} : { durationSeconds }) };
}
