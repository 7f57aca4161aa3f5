import { PartialFailure, PingOneError } from "../errors";
import { operations } from "../operations";
import type { Send } from "../transport";
import { actionSecrets, type ActionSecret } from "./action-secrets";
import { changedKnown } from "./changed";
import { checkConnection } from "./check-connection";
import type { CheckFailure, Lifecycle, Props, Report } from "./lifecycle";
import { failure, refuseOthers, requireTexts, requireUuids } from "./rules";
import { type DeclaredSecret, tellOdd } from "./declared-secret";
import type { Session } from "./session";
import { tryPreviewUnlock } from "./preview-unlock";
import { isTriggered } from "./triggers";
import { isUnknown } from "./unknown";
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
export type ActionRun<I, S> = {
  readonly send: Send;
  readonly inputs: I;
  /** What the run before left in the state; undefined for the first one. */
  readonly olds?: S | undefined;
  /** Kept in this process, never in the state. @throws {PingOneError} when it did not reach this process */
  readonly secret: (name: string) => string;
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
  /** Two secrets that PingOne does not take when they are the same: the second one is to blame. */
  readonly differ?: readonly [string, string];
  /** Whether it has a recovery code mailed. @default false */
  readonly sendsMail?: boolean;
  check?(news: Props): CheckFailure[];
  run(run: ActionRun<I, S>): Promise<S>;
  /** True for what an earlier run left open: the next up runs it again. */
  readonly isOpen?: (olds: S) => boolean;
  /** What a person has to know of an earlier run that did not do everything, said in every preview until it runs again. */
  readonly reminder?: (olds: S) => string | undefined;
  /** In words, where it ends a password lockout on the way, which preview says. */
  readonly unlocks?: string;
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
  const { subject = "userId", settings = [], readsState = false } = spec;
  const { isOpen = () => false, reminder = () => undefined } = spec;
  const user = ["environmentId", subject] as const;
  return (session) => {
    const secrets = actionSecrets(session, spec.type, spec.suffix, spec.secrets ?? []);
    const run = (inputs: I, report: Report, olds?: S) =>
      spec.run({ send: session.send, inputs, olds, report, ...secrets.of(inputs) });
    return {
      async check(olds, news, report) {
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
          ...(isDue ? checkDiffer(found, spec.differ) : []),
          ...checkConnection(session),
        ];
        if (all.length > 0) {
          return { inputs, failures: all };
        }
        secrets.keep(inputs, found);
        for (const declared of isDue ? found.values() : []) {
          tellOdd(declared, report);
        }
        const { environmentId, userId } = news;
        if (spec.unlocks !== undefined && isDue && !isUnknown([environmentId, userId])) {
          const known = { environmentId: String(environmentId), userId: String(userId) };
          await tryPreviewUnlock(session.reads, known, spec.unlocks, report);
        }
        return { inputs, failures: declareOnce(session, spec, inputs, report) };
      },

      diff(_id, olds, news, report) {
        const replaces = changedKnown<string>(olds, news, user);
        const runs = replaces.length > 0 || isTriggered(olds, news) || isOpen(olds);
        const isChanged = changedKnown<string>(olds, news, settings).length > 0;
        const open = runs ? undefined : reminder(olds);
        if (open !== undefined) {
          report.warn(open);
        }
        if (isChanged && !runs) {
          report.info(
            "The new settings are for the next run (another trigger): nothing is sent to PingOne now.",
          );
        }
        return Promise.resolve({ changes: runs || isChanged, replaces });
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
          return run(news, report, olds);
        }
        const open = reminder(olds);
        if (open !== undefined) {
          // Kept as failed: a pipeline must not pass over it.
          throw new PartialFailure(
            subjectKey(news, spec.suffix),
            { ...olds, ...news },
            new PingOneError(open),
          );
        }
        // A setting that was taken out takes the old value with it.
        const none = Object.fromEntries(settings.map((setting) => [setting, undefined]));
        return { ...olds, ...none, ...news };
      },

      delete: () => Promise.resolve(),
    };
  };
}

function checkDiffer(
  found: ReadonlyMap<string, DeclaredSecret>,
  differ: readonly [string, string] | undefined,
): CheckFailure[] {
  const [first, second] = (differ ?? []).map((name) => found.get(name));
  return first?.kind === "value" && second?.kind === "value" && first.value === second.value
    ? [
        failure(
          `${differ?.join(" and ") ?? ""} are the same: PingOne takes no password twice. Give another one.`,
        ),
      ]
    : [];
}

/**
 * Two actions of one type on one user would have the same id: their secrets would be mixed up, and the code that one has mailed would
 * make the other's worthless.
 */
function declareOnce(
  { livingUsers }: Session,
  {
    type,
    suffix,
    secrets = [],
    sendsMail = false,
  }: Pick<Action<never, never>, "type" | "suffix" | "secrets" | "sendsMail">,
  inputs: Props,
  report: Report,
): CheckFailure[] {
  if (
    (secrets.length === 0 && !sendsMail) ||
    isUnknown([inputs["environmentId"], inputs["userId"], inputs["username"]])
  ) {
    return [];
  }
  const other = livingUsers.declare(subjectKey(inputs, suffix).toLowerCase(), report.resource);
  return other === undefined
    ? []
    : [failure(`this user has another ${type} already (${other}): keep one of the two.`)];
}
