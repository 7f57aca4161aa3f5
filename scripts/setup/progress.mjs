const TTY_INTERVAL_MS = 1_000;
const LOG_INTERVAL_MS = 15_000;

/**
 * @typedef {object} Progress
 * @property {(text: string) => void} say writes one line
 * @property {<T>(title: string, work: (note: (text: string) => void) => Promise<T>) => Promise<T>} during
 *   announces a long step and shows its elapsed time, with the newest note, until `work` settles
 */

/**
 * Tells the user what runs and for how long: in place on a terminal, else one line every 15 s.
 * @param {NodeJS.WritableStream & { isTTY?: boolean, columns?: number }} stream
 * @returns {Progress}
 */
export function createProgress(stream) {
  const inPlace = stream.isTTY === true;
  /** @param {string} text */
  const say = (text) => void stream.write(`${text}\n`);

  return {
    say,
    async during(title, work) {
      say(title);
      const started = Date.now();
      let latest = "";
      let failure = "";
      const show = () => {
        const line = `  ${formatElapsed(Date.now() - started)}${latest && `  ${latest}`}`;
        stream.write(inPlace ? `\r\u001b[K${line.slice(0, (stream.columns ?? 80) - 1)}` : `${line}\n`);
      };
      const timer = setInterval(show, inPlace ? TTY_INTERVAL_MS : LOG_INTERVAL_MS);
      try {
        return await work((text) => {
          latest = text;
        });
      } catch (error) {
        failure = error instanceof Error ? error.message : String(error);
        throw error;
      } finally {
        clearInterval(timer);
        if (inPlace) stream.write("\r\u001b[K");
        if (failure) say(`  failed after ${formatElapsed(Date.now() - started)}: ${failure}`);
      }
    },
  };
}

/**
 * @param {number} ms
 * @returns {string} such as "3 min 05 s"
 */
export function formatElapsed(ms) {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}
