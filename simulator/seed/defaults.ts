import type { SeedPasswordPolicy } from "./seed";

/** The environment a simulator starts with. */
export const DEFAULT_ENVIRONMENT = { id: "11111111-2222-4333-8444-555555555555", name: "Simulated" };

/** The worker application of that environment; its secret is made at every start. */
export const DEFAULT_CLIENT_ID = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

/** The web application every environment has. */
export const DEFAULT_APPLICATION = "Default";

/** The client id of that application in the first environment; its secret is made at every start. */
export const DEFAULT_APPLICATION_ID = "bbbbbbbb-cccc-4ddd-8eee-ffffffffffff";

/** Where that application takes users back. */
export const DEFAULT_REDIRECT_URI = "http://localhost:3000/callback";

/** The population of an environment that names no default of its own. */
export const DEFAULT_POPULATION = "Default";

/** The policy that is an environment's default one to begin with. */
export const STANDARD = "Standard";

const ONE_OF_EACH_CLASS = {
  ABCDEFGHIJKLMNOPQRSTUVWXYZ: 1,
  abcdefghijklmnopqrstuvwxyz: 1,
  "0123456789": 1,
  "~!@#$%^&*()-_=+[]{}|;:,.<>/?": 1,
};

/** The three policies every new environment has; Standard is the default. */
export const DEFAULT_PASSWORD_POLICIES: readonly SeedPasswordPolicy[] = [
  {
    name: STANDARD,
    description: "A standard policy that incorporates industry best practices",
    default: true,
    excludesProfileData: true,
    excludesCommonlyUsed: true,
    notSimilarToCurrent: true,
    length: { min: 8, max: 255 },
    minCharacters: ONE_OF_EACH_CLASS,
    maxRepeatedCharacters: 2,
    minUniqueCharacters: 5,
    history: { count: 6, retentionDays: 365 },
    lockout: { failureCount: 5, durationSeconds: 900 },
    maxAgeDays: 182,
    minAgeDays: 1,
  },
  {
    name: "Passphrase",
    description: "A policy that encourages the use of passphrases",
    excludesProfileData: true,
    excludesCommonlyUsed: true,
    notSimilarToCurrent: true,
    minComplexity: 7,
    lockout: { failureCount: 5, durationSeconds: 900 },
  },
  {
    name: "Basic",
    description: "A relaxed standard policy",
    excludesProfileData: false,
    excludesCommonlyUsed: true,
    notSimilarToCurrent: false,
    length: { min: 8, max: 255 },
    minCharacters: ONE_OF_EACH_CLASS,
    lockout: { failureCount: 5, durationSeconds: 900 },
  },
];
