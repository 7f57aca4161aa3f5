import { isDeepStrictEqual } from "node:util";
import { PingOneError } from "../errors";
import { operations } from "../operations";
import type { Send } from "../transport";
import { actionSecrets, type ActionSecret } from "./action-secrets";
import { changedKnown } from "./changed";
import { checkConnection } from "./check-connection";
import type { CheckFailure, Lifecycle, Props, Report } from "./lifecycle";
import { refuseOthers, requireTexts, requireUuids } from "./rules";
import type { Session } from "./session";
import { unlessGone } from "./unless-gone";
import { parseUserKey, subjectKey } from "./user-id";

/** What every action is declared with: a user by id, or, where a person would type it, by name. */
export type ActionInputs = {
  readonly environmentId: string;
  readonly userId?: string;
  readonly username?: string;
  readonly triggers?: unknown;
};

/** What one run of an action is given. */
export type ActionRun<I> = {
  readonly send: Send;
  readonly inputs: I;
  /** Kept in this process, never in the state. @throws {PingOneError} when it did not reach this process */
  readonly secret: (name: string) => string;
  /** Whether a secret that may be left out is there. */
  readonly has: (name: string) => boolean;
  readonly report: Report;
};

/** An action on a user: what it does, apart from when. */
export type Action<I extends ActionInputs, S extends I> = {
  /** Name of the resource type. */
  readonly type: string;
  /** Last part of the id. */
  readonly suffix: string;
  /** @default "userId" */
  readonly subject?: "userId" | "username";
  /** Inputs beside the user, the triggers and the secrets. */
  readonly settings?: readonly string[];
  readonly secrets?: readonly ActionSecret[];
  check?(news: Props): CheckFailure[];
  run(run: ActionRun<I>): Promise<S>;
  /** True for what an earlier run left open: the next up runs it again. */
  readonly isOpen?: (olds: S) => boolean;
  /** Whether a refresh looks at the user's password, and finds the action gone with its user. @default false */
  readonly readsState?: boolean;
};

/**
 * The life of an action: it runs when it is created and when its triggers change, in an update. Deleting it does nothing. Another
 * setting is kept for the next run. Its secrets are asked for only when it is going to run.
 */
export function action<I extends ActionInputs, S extends I>(
  spec: Action<I, S>,
): (session: Session) => Lifecycle<I, S> {
  const { subject = "userId", settings = [], isOpen = () => false, readsState = false } = spec;
  const user = ["environmentId", subject] as const;
  return (session) => {
    const secrets = actionSecrets(session, spec.type, spec.suffix, spec.secrets ?? []);
    const run = (inputs: I, report: Report) =>
      spec.run({ send: session.send, inputs, report, ...secrets.of(inputs) });
    return {
      check(olds, news, report) {
        // As in diff, a user who is not known yet counts as the same one: preview would ask for what up does not need.
        const isDue =
          user.some((property) => olds[property] === undefined) ||
          isTriggered(olds, news) ||
          changedKnown<string>(olds, news, user).length > 0;
        const { inputs, found, failures } = secrets.take(news, isDue);
        const all = [
          ...refuseOthers(inputs, spec.type, [...user, "triggers", ...settings, ...secrets.inputs]),
          ...requireUuids(news, subject === "userId" ? user : ["environmentId"]),
          ...(subject === "username" ? requireTexts(news, ["username"]) : []),
          ...(spec.check?.(news) ?? []),
          ...failures,
          ...checkConnection(session),
        ];
        return Promise.resolve({
          inputs,
          failures: all.length > 0 ? all : secrets.keep(inputs, found, report),
        });
      },

      diff(_id, olds, news) {
        const replaces = changedKnown<string>(olds, news, user);
        const changes =
          replaces.length > 0 ||
          isTriggered(olds, news) ||
          isOpen(olds) ||
          changedKnown<string>(olds, news, settings).length > 0;
        return Promise.resolve({ changes, replaces });
      },

      async create(inputs, report) {
        return { id: subjectKey(inputs, spec.suffix), outs: await run(inputs, report) };
      },

      async read(id, props) {
        if (props.environmentId === undefined) {
          throw new PingOneError(
            `A ${spec.type} cannot be looked up: it is something that was done. Declare it instead.`,
          );
        }
        if (!readsState) {
          return props;
        }
        const call = session.send(operations.readPasswordState, parseUserKey(id, spec.suffix));
        return (await unlessGone(call)) === undefined ? undefined : props;
      },

      async update(_id, olds, news, report) {
        if (isTriggered(olds, news) || isOpen(olds)) {
          return run(news, report);
        }
        // A setting that was taken out takes the old value with it.
        const none = Object.fromEntries(settings.map((setting) => [setting, undefined]));
        return { ...olds, ...none, ...news };
      },

      delete: () => Promise.resolve(),
    };
  };
}

/** A trigger that is not known yet may turn out to be another: preview announces the run. */
export function isTriggered(
  olds: { readonly triggers?: unknown },
  news: { readonly triggers?: unknown },
): boolean {
  return !isDeepStrictEqual(olds.triggers, news.triggers);
}
