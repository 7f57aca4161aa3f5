import { PingOneError } from "../errors";
import type { CheckFailure, Props } from "./lifecycle";
import { failure } from "./rules";
import { type DeclaredSecret, refuseUnfit, type SecretRule } from "./declared-secret";
import { declaredSecret } from "./secret-source";
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
  { values }: Session,
  type: string,
  suffix: string,
  secrets: readonly ActionSecret[],
) {
  const inputs = secrets.flatMap(({ name }) => [name, `${name}From`]);
  const keyOf = (user: Props, name: string) => `${subjectKey(user, suffix)}#${name}`;
  const reasons = new Map<string, string>();

  return {
    /** Names of the inputs. */
    inputs,

    /** @param isDue whether the action is going to run: only then something has to be there */
    take(news: Props, isDue: boolean): { inputs: Props; found: Found; failures: CheckFailure[] } {
      const found = new Map(
        secrets.map(({ name, rule }) => [name, refuseUnfit(declaredSecret(news, name, rule))] as const),
      );
      const problems = secrets.flatMap((secret) => problemOf(type, secret, found.get(secret.name), news));
      return {
        inputs: Object.fromEntries(Object.entries(news).filter(([name]) => !inputs.includes(name))),
        found,
        failures: [...(isDue ? problems : []), ...inTriggers(news, found)],
      };
    },

    keep(user: Props, found: Found): void {
      if (isUnknown([user["environmentId"], user["userId"], user["username"]])) {
        return;
      }
      for (const [name, declared] of found) {
        if (declared.kind === "value") {
          values.set(keyOf(user, name), declared.value);
        }
        if (declared.kind === "wrong") {
          reasons.set(keyOf(user, name), declared.reason);
        }
      }
    },

    /** What a run is given of them. */
    of: (user: Props) => ({
      secret: (name: string) => {
        const value = values.get(keyOf(user, name));
        if (value === undefined) {
          throw new PingOneError(
            reasons.get(keyOf(user, name)) ??
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

/** Triggers stand in the state as they are. */
function inTriggers({ triggers }: Props, found: Found): CheckFailure[] {
  const texts = textsIn(triggers);
  return [...found].flatMap(([name, declared]) =>
    declared.kind === "value" && texts.includes(declared.value)
      ? [
          failure(
            `triggers holds ${name}, which would stand in the state: use something else that changes with it.`,
          ),
        ]
      : [],
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") {
    return [value];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
