import { expect } from "chai";
import { mock } from "node:test";
import { PassThrough } from "node:stream";
import { rejectionOf } from "./rejection-of";
import { createProgress } from "./scripts";

describe("createProgress", () => {
  beforeEach(() => {
    mock.timers.enable({ apis: ["setInterval", "Date"] });
  });
  afterEach(() => {
    mock.timers.reset();
  });

  /** Runs a step of 31 s and answers with what a stream of this kind was shown. */
  async function showStep(terminal: { isTTY?: boolean; columns?: number }): Promise<string> {
    const stream = Object.assign(new PassThrough({ encoding: "utf8" }), terminal);
    const progress = await createProgress(stream);
    await progress.during("Building: about a minute.", (note) => {
      note("compiling pulumi");
      for (let second = 0; second < 31; second++) mock.timers.tick(1_000);
      return Promise.resolve();
    });
    return String(stream.read());
  }

  it("writes one line every 15 s to a log", async () => {
    expect(await showStep({})).to.equal(
      "Building: about a minute.\n  15 s  compiling pulumi\n  30 s  compiling pulumi\n",
    );
  });

  it("shows each second in place on a terminal and clears the line at the end", async () => {
    const shown = await showStep({ isTTY: true });
    expect(shown.split("\r")).to.have.length(33);
    expect(shown).to.match(/\r\u001b\[K {2}31 s {2}compiling pulumi\r\u001b\[K$/);
  });

  it("keeps within the width of the terminal", async () => {
    const shown = await showStep({ isTTY: true, columns: 12 });
    const [, ...lines] = shown.split("\r\u001b[K");
    expect(lines[30]).to.equal("  31 s  com");
    expect(lines.filter((line) => line.length > 11)).to.deep.equal([]);
  });

  it("says after how long a step failed, and why", async () => {
    const stream = new PassThrough({ encoding: "utf8" });
    const progress = await createProgress(stream);
    const step = progress.during("Downloading.", () => {
      mock.timers.tick(65_000);
      return Promise.reject(new Error("fetch failed"));
    });
    expect(await rejectionOf(step)).to.equal("fetch failed");
    expect(String(stream.read())).to.match(/ {2}failed after 1 min 05 s: fetch failed\n$/);
  });
});
