import { areDatesLost, isTriggered, type Props, type Report } from "../lifecycle";

/** Triggers of the inputs in the state, by resource. */
export type KnownTriggers = {
  /** Keeps the triggers of the old inputs, and says of dates that are not among them what becomes of them. */
  readonly keep: (key: string, olds: Props, news: Props, report: Pick<Report, "info">) => void;
  /** The old outputs with the dates that the old inputs have. */
  readonly restore: (key: string, outs: Props) => Props;
};

/**
 * A Date that an earlier version lost is not in a resource's outputs, with which the engine compares, until the action runs again. The
 * first run records it in the inputs, so that the next one knows whether it is another.
 */
export function createKnownTriggers(): KnownTriggers {
  const known = new Map<string, unknown>();
  return {
    keep(key, olds, news, report) {
      known.set(key, olds["triggers"]);
      if (areDatesLost(olds, news)) {
        report.info(
          "triggers holds a date that an earlier version did not record: nothing runs for it now. pulumi up records it, and the action runs when it changes.",
        );
      }
    },
    restore(key, outs) {
      const triggers = known.get(key);
      return triggers !== undefined && !isTriggered(outs, { triggers }) ? { ...outs, triggers } : outs;
    },
  };
}
