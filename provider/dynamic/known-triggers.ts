import { isDeepStrictEqual } from "node:util";
import { areDatesLost, isTriggered, type Props, type Report, subjectKey } from "../lifecycle";

/** Triggers of the inputs in the state, which only check is handed. */
export type KnownTriggers = {
  /** Keeps the triggers of old inputs that run the action, and says of dates that are not among them what becomes of them. */
  readonly keep: (olds: Props, news: Props, report: Pick<Report, "info">) => void;
  /** The old outputs, with the dates that the old inputs have where those run the action. */
  readonly restore: (outs: Props, news: Props) => Props;
};

/**
 * A Date that an earlier version lost is not in a resource's outputs, with which the engine compares, until the action runs again. The
 * first run records it in the inputs, so that the next one knows whether it is another.
 *
 * Nothing is forgotten while the process lives: what runs for diff runs for update. Several actions of a user that have lost a date and
 * are given the same one cannot be told apart: all of them may run, so that none is passed over.
 */
export function createKnownTriggers(): KnownTriggers {
  const known = new Map<string, { readonly olds: Props; readonly news: Props }[]>();
  return {
    keep(olds, news, report) {
      if (areDatesLost(olds, news)) {
        report.info(
          "triggers holds a date that an earlier version did not record: nothing runs for it now. pulumi up records it, and the action runs when it changes.",
        );
      } else if (isTriggered(olds, news)) {
        const key = subjectKey(olds);
        known.set(key, [...(known.get(key) ?? []), { olds: triggersOf(olds), news: triggersOf(news) }]);
      }
    },
    restore(outs, news) {
      const due = areDatesLost(outs, news)
        ? known
            .get(subjectKey(outs))
            ?.find((one) => isDeepStrictEqual(one.news, triggersOf(news)) && !isTriggered(outs, one.olds))
        : undefined;
      return { ...outs, ...due?.olds };
    },
  };
}

function triggersOf({ triggers }: Props): Props {
  return { triggers };
}
