/** Set in a preview that has no secrets, such as one of a pull request from a fork. */
export const WITHOUT_SECRETS = "PINGONE_PREVIEW_WITHOUT_SECRETS";

/** True when secrets may be missing, and nothing may be written. */
export function isWithoutSecrets(env: NodeJS.ProcessEnv): boolean {
  return env[WITHOUT_SECRETS] === "1";
}
