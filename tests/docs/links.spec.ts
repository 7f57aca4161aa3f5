import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { listDocuments, readDocument, root } from "./documents";

describe("the links of the documentation", () => {
  it("lead to files that are there, and to headings that they have", () => {
    const dead = listDocuments().flatMap((document) =>
      linksOf(readDocument(document))
        .filter((link) => !leadsSomewhere(document, link))
        .map((link) => `${document}: ${link}`),
    );
    expect(dead).to.deep.equal([]);
  });

  it("reach every page of docs/ from its index", () => {
    const reached = new Set(["docs/README.md"]);
    for (const document of reached) {
      for (const link of linksOf(readDocument(document))) {
        const target = join(dirname(document), link.replace(/#.*$/, ""));
        if (target.startsWith("docs/") && target.endsWith(".md") && existsSync(join(root, target)))
          reached.add(target);
      }
    }
    const pages = listDocuments().filter((document) => document.startsWith("docs/"));
    expect(pages.filter((page) => !reached.has(page))).to.deep.equal([]);
  });
});

/** Links to something of the repository. */
function linksOf(text: string): string[] {
  const prose = text.replace(/^```[^]*?^```/gm, "").replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^https?:/.test(link));
}

function leadsSomewhere(document: string, link: string): boolean {
  const [path = "", heading] = link.split("#");
  const target = path === "" ? document : join(dirname(document), path);
  if (!existsSync(join(root, target))) return false;
  return heading === undefined || headingsOf(readDocument(target)).includes(heading);
}

/** Headings as GitHub makes anchors of them. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(" ", "-"),
  );
}
