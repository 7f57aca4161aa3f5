export type Population = {
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly isDefault: boolean;
  /** Undefined: the environment's default policy holds. */
  readonly passwordPolicyId: string | undefined;
  readonly preferredLanguage: string | undefined;
  readonly themeId: string | undefined;
  readonly createdAt: number;
  readonly updatedAt: number;
};
