/** The four character classes of `minCharacters`, as the API names them. */
export const CHARACTER_CLASSES = [
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  "abcdefghijklmnopqrstuvwxyz",
  "0123456789",
  "~!@#$%^&*()-_=+[]{}|;:,.<>/?",
] as const;

export type CharacterClass = (typeof CHARACTER_CLASSES)[number];

/** What a caller can write of a password policy beside `default`, in the API's own field names; absent means not enforced. */
export type PasswordPolicyFields = {
  /** Unique in its environment. */
  readonly name: string;
  readonly description?: string;
  readonly excludesProfileData: boolean;
  readonly excludesCommonlyUsed: boolean;
  readonly notSimilarToCurrent: boolean;
  /** `min` is 8 to 32, default 8; `max` has the default 255. */
  readonly length?: { readonly min?: number; readonly max?: number };
  readonly minCharacters?: Readonly<Partial<Record<CharacterClass, number>>>;
  readonly minComplexity?: number;
  readonly maxRepeatedCharacters?: number;
  readonly minUniqueCharacters?: number;
  readonly history?: { readonly count: number; readonly retentionDays: number };
  /** Without `durationSeconds` only an administrator can unlock. */
  readonly lockout?: { readonly failureCount: number; readonly durationSeconds?: number };
  readonly maxAgeDays?: number;
  readonly minAgeDays?: number;
  readonly alphabetSequenceRule?: { readonly maxLength: number };
  readonly numberSequenceRule?: { readonly maxLength: number };
  readonly qwertySequenceRule?: { readonly maxLength: number };
  readonly shiftedNumberRowSequenceRule?: { readonly maxLength: number };
};

export type PasswordPolicy = {
  readonly id: string;
  readonly fields: PasswordPolicyFields;
  readonly isDefault: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
};
