import { writeFileSync } from "node:fs";
import Mocha from "mocha";

/**
 * Mocha's spec reporter, which also writes `{ passed, failed }` to the file that the option `totals` names. Mocha looks
 * for a default export.
 */
export default class SpecWithTotals extends Mocha.reporters.Spec {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    runner.once("end", () => {
      const { passes: passed, failures: failed } = this.stats;
      writeFileSync(options.reporterOptions.totals, JSON.stringify({ passed, failed }));
    });
  }
}
