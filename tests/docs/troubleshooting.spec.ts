import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import ts from "typescript";
import { parse } from "yaml";
import { readDocument, root } from "./documents";
import { readFences } from "./fences";

describe("docs/troubleshooting.md", () => {
  const messages = [...readDocument("docs/troubleshooting.md").matchAll(/^### `(.*)`$/gm)].map(
    ([, text = ""]) => text,
  );

  it("quotes messages that the sources still have", () => {
    expect(messages).to.have.length.above(30);
    const texts = textsOf(join(root, "provider"));
    const gone = messages.filter(
      (message) => !ENGINES.includes(message) && !texts.some((text) => has(text, message)),
    );
    expect(gone).to.deep.equal([]);
  });

  it("quotes each once", () => {
    expect([...new Set(messages)]).to.deep.equal(messages);
  });
});

describe("docs/ci.md", () => {
  it("has a pipeline of GitLab that is YAML and runs the commands of ci.sh", () => {
    const [pipeline] = readFences("docs/ci.md", readDocument("docs/ci.md")).filter(
      ({ language }) => language === "yaml",
    );
    const jobs = parse(pipeline?.text ?? "") as Record<
      string,
      { script?: string[]; after_script?: string[] }
    >;
    expect(jobs["preview"]?.script).to.deep.equal(["sh ci.sh preview"]);
    expect(jobs["seed"]?.script).to.deep.equal(["sh ci.sh seed"]);
    expect(jobs["seed"]?.after_script).to.deep.equal(["sh ci.sh clean"]);
    const script = readFileSync(join(root, "examples/ci-seed/ci.sh"), "utf8");
    expect(script).to.include("preview | seed | clean)");
  });
});

/** Messages of the engine's that users of this package see. */
const ENGINES: readonly string[] = [
  "failed to load checkpoint: EOF",
  "It looks like the Pulumi SDK has not been installed",
];

/** Whether the parts of a message stand in a text one after the other; what is put in at run time stands for anything. */
function has(text: string, message: string): boolean {
  let from = 0;
  return message.split("...").every((part) => {
    const found = text.indexOf(part.trim(), from);
    from = found + part.trim().length;
    return found >= 0;
  });
}

/** All texts in the sources, those that are put together with + as one. */
function textsOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ["dist", "node_modules"].includes(entry.name) ? [] : textsOf(path);
    return entry.name.endsWith(".ts") ? textsIn(path) : [];
  });
}

function textsIn(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const text = textOf(node);
    if (text === undefined) ts.forEachChild(node, visit);
    else found.push(text);
  };
  visit(source);
  return found;
}

/** A literal as it reads, with the texts inside what is put in; undefined for anything else. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return (
      node.head.text +
      node.templateSpans.map((span) => innerTexts(span.expression) + span.literal.text).join("")
    );
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textOf(node.left), textOf(node.right)];
    return left === undefined && right === undefined ? undefined : (left ?? "") + (right ?? "");
  }
  return undefined;
}

function innerTexts(node: ts.Node): string {
  const texts: string[] = [];
  const visit = (part: ts.Node) => {
    const text = textOf(part);
    if (text === undefined) ts.forEachChild(part, visit);
    else texts.push(text);
  };
  visit(node);
  return texts.join(" ");
}
