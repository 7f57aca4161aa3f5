import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect } from "chai";
import { type Browser, launch } from "puppeteer-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** The browser of `CHROME_PATH`, else the first of the usual names on PATH; undefined when there is none. */
export function findBrowser(env: NodeJS.ProcessEnv): string | undefined {
  const { CHROME_PATH: chosen = "" } = env;
  if (chosen !== "") return chosen;
  return (env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/**
 * A suite in a real browser, without a window. Where there is none, its only test says so: a machine without a browser
 * can run all other tests.
 */
export function withBrowser(title: string, body: (browser: () => Browser) => void): void {
  describe(title, function () {
    this.timeout(30_000);
    const executablePath = findBrowser(process.env);
    if (executablePath === undefined) {
      it("was not tried: there is no browser here; install Debian's package chromium, or set CHROME_PATH", () => {
        expect(findBrowser(process.env)).to.equal(undefined);
      });
      return;
    }
    let running: Browser | undefined;
    before(async () => {
      // Chromium's sandbox refuses root.
      const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
      running = await launch({ executablePath, args });
    });
    after(() => running?.close());
    body(() => {
      if (running === undefined) throw new Error("The browser runs only while its tests do.");
      return running;
    });
  });
}
