import { itAtLength } from "../helpers/it-at-length";
import { listDocuments, readDocument } from "./documents";
import { readFences } from "./fences";
import { readPlays } from "./plays";
import { scenarios } from "./scenarios";
import { playSteps } from "./shell";

/** An engine run takes seconds, an installation too, and a page has several. */
const TIMEOUT = 600_000;

describe("the pages of the documentation, command by command", function () {
  this.timeout(TIMEOUT);
  for (const document of listDocuments()) {
    for (const { scenario, atLength, steps } of readPlays(
      document,
      readFences(document, readDocument(document)),
    )) {
      (atLength ? itAtLength : it)(`${document} in ${scenario}`, async () => {
        const set = scenarios[scenario];
        if (set === undefined) throw new Error(`${document}: there is no scenario ${scenario}.`);
        const scene = await set(document);
        try {
          await playSteps(steps, scene);
        } finally {
          await scene.end();
        }
      });
    }
  }
});
