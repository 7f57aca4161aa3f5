import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { PAGES_FOLDER, readPackage, renderPages } from "../../scripts/docs/pages";
import { findUndocumented } from "../../scripts/docs/undocumented";
import { readDocument, root } from "./documents";

describe("docs/resources", function () {
  this.timeout(60_000);
  let read: ReturnType<typeof readPackage>;
  before(() => {
    read = readPackage(root);
  });

  it("is what `npm run docs` makes of the doc comments today", async () => {
    const pages = await renderPages(read);
    const folder = join(root, PAGES_FOLDER);
    expect(existsSync(folder) ? readdirSync(folder).sort() : []).to.deep.equal([...pages.keys()].sort());
    const stale = [...pages].filter(([file, text]) => readDocument(join(PAGES_FOLDER, file)) !== text);
    expect(
      stale.map(([file]) => file),
      "run `npm run docs`",
    ).to.deep.equal([]);
  });

  it("leaves nothing unsaid: whatever users see has a doc comment", () => {
    expect([...findUndocumented(read.program), ...findUndocumented(read.client)]).to.deep.equal([]);
  });

  it("says of each resource what it answers, what it refuses and where PingOne documents it", () => {
    const resources = read.program.resources.filter(({ name }) => name !== "Provider");
    expect(resources).to.have.length(10);
    const short = resources.filter(
      ({ comment, outputs }) =>
        outputs.length === 0 ||
        comment.failures.length === 0 ||
        comment.link === undefined ||
        comment.example === undefined,
    );
    expect(short.map(({ name }) => name)).to.deep.equal([]);
  });
});
