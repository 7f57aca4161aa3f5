import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { useBench } from "../bench";

const FOLDER = join(__dirname, "../../../simulator/console/page");

describe("addPageRoutes", () => {
  const bench = useBench();
  const get = (path: string) => fetch(bench.simulator.url + path);

  it("serves every file of the page with its type, and a policy that allows nothing inline", async () => {
    const types: Record<string, string> = { html: "text/html", css: "text/css", js: "text/javascript" };
    const files = readdirSync(FOLDER).filter((name) => !name.endsWith(".json"));
    expect(files).to.include.members(["index.html", "main.js", "console.css"]);
    for (const name of files) {
      const response = await get(name === "index.html" ? "/" : `/simulator/console/${name}`);
      expect(response.status, name).to.equal(200);
      expect(response.headers.get("content-type"), name).to.contain(types[name.split(".")[1] ?? ""]);
      expect(await response.text(), name).to.equal(readFileSync(join(FOLDER, name), "utf8"));
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy).to.contain("default-src 'none'").and.to.contain("frame-ancestors 'none'");
      expect(policy).not.to.contain("unsafe");
      expect(response.headers.get("cache-control")).to.equal("no-store");
    }
  });

  it("has nothing inline and nothing from elsewhere", () => {
    const html = readFileSync(join(FOLDER, "index.html"), "utf8");
    expect(html).not.to.match(/<style|<script(?![^>]* src="\/)|\son\w+=|\sstyle=|https?:/);
  });

  it("answers 404 for everything else, its own settings and files outside included", async () => {
    for (const name of [
      "tsconfig.json",
      "nothing.js",
      "..%2f..%2fpackage.json",
      "..%2findex.html",
      "main.js%00",
    ]) {
      expect((await get(`/simulator/console/${name}`)).status, name).to.equal(404);
    }
  });

  it("keeps the console out of the ledger", async () => {
    for (const path of ["/", "/?x=1", "/simulator/console/main.js", "/simulator/users"]) await get(path);
    expect(bench.simulator.ledger.total).to.equal(0);
  });
});
