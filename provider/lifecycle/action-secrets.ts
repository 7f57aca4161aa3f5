import { PingOneError } from "../errors";
import type { CheckFailure, Props, Report } from "./lifecycle";
import { failure } from "./rules";
import { type DeclaredSecret, declaredSecret, type SecretRule } from "./secret-source";
import type { Session } from "./session";
import { isUnknown } from "./unknown";
import { subjectKey } from "./user-id";

/** A secret that an action needs, given as `<name>`, or as `<name>From` where the provider reads it. */
export type ActionSecret = {
  readonly name: string;
  readonly rule: SecretRule;
  /** Whether a run of these inputs needs it. Default: each does. */
  readonly isRequired?: (news: Props) => boolean;
};

type Found = ReadonlyMap<string, DeclaredSecret>;

/**
 * The secrets of one type of action: check takes them out of the inputs, so that they reach no state, and keeps them in this process
 * for the create or update that follows.
 */
export function actionSecrets(
  { values, livingUsers }: Session,
  type: string,
  suffix: string,
  secrets: readonly ActionSecret[],
) {
  const inputs = secrets.flatMap(({ name }) => [name, `${name}From`]);
  const keyOf = (user: Props, name: string) => `${subjectKey(user, suffix)}#${name}`;

  return {
    /** Names of the inputs. */
    inputs,

    /** @param isDue whether the action is going to run: only then something has to be there */
    take(news: Props, isDue: boolean): { inputs: Props; found: Found; failures: CheckFailure[] } {
      const found = new Map(
        secrets.map(({ name, rule }) => [name, declaredSecret(news, name, rule)] as const),
      );
      const others = Object.fromEntries(Object.entries(news).filter(([name]) => !inputs.includes(name)));
      return {
        inputs: others,
        found,
        failures: isDue
          ? secrets.flatMap((secret) => problemOf(type, secret, found.get(secret.name), news))
          : [],
      };
    },

    /** Two actions of one type on one user would mix their secrets up, and have the same id. */
    keep(user: Props, found: Found, report: Report): CheckFailure[] {
      if (secrets.length === 0 || isUnknown([user["environmentId"], user["userId"], user["username"]])) {
        return [];
      }
      const other = livingUsers.declare(subjectKey(user, suffix), report.resource);
      if (other !== undefined) {
        return [failure(`this user has another ${type} already (${other}): keep one of the two.`)];
      }
      for (const [name, declared] of found) {
        if (declared.kind === "value") {
          values.set(keyOf(user, name), declared.value);
        }
      }
      return [];
    },

    /** What a run is given of them. */
    of: (user: Props) => ({
      has: (name: string) => values.has(keyOf(user, name)),
      secret: (name: string) => {
        const value = values.get(keyOf(user, name));
        if (value === undefined) {
          throw new PingOneError(
            `${name} did not reach this step, and ${type} runs: give ${name} or ${name}From and run the command again. (It is kept in the provider's process only.)`,
          );
        }
        return value;
      },
    }),
  };
}

function problemOf(
  type: string,
  { name, isRequired = () => true }: ActionSecret,
  declared: DeclaredSecret | undefined,
  news: Props,
): CheckFailure[] {
  if (declared?.kind === "wrong") {
    return [failure(declared.reason)];
  }
  return declared?.kind === "absent" && isRequired(news)
    ? [
        failure(
          `${name} is missing: ${type} runs now and needs it. Give ${name} (a secret), or ${name}From: { env: "NAME" } or { file: "path" }.`,
        ),
      ]
    : [];
}
