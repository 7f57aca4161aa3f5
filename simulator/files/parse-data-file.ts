import { extname } from "node:path";
import type { NamedFile } from "./read-text-file";

/** Data of a file, and where in it they stand. */
export type DataFile = {
  readonly value: unknown;
  /** The line of an entry such as `users[1].email`, or of the nearest thing around it; undefined for what is not in the file. */
  readonly lineOf: (where: string) => Promise<number | undefined>;
};

/** Says whether a name is that of a YAML file. */
export function isYaml(path: string): boolean {
  return [".yaml", ".yml"].includes(extname(path).toLowerCase());
}

/** Parses YAML by its extension, else JSON. @throws Error that names the file and the line, and quotes nothing of it */
export async function parseDataFile(file: NamedFile, text: string): Promise<DataFile> {
  const value = isYaml(file.path) ? await parseYaml(file, text) : parseJson(file, text);
  return { value, lineOf: (where) => findLine(text, where) };
}

function parseJson({ kind, path }: NamedFile, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Of the parser's own message only the place is told: it quotes the text, which may hold passwords.
    const position = /at position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
    const line =
      position === undefined ? "" : ` (line ${text.slice(0, Number(position)).split("\n").length})`;
    throw new Error(
      `The ${kind} file ${path} is not valid JSON${line}: correct it, or name it .yaml where it is YAML.`,
    );
  }
}

/** The parser is loaded when a file needs it: most starts have none. */
async function parseYaml({ kind, path }: NamedFile, text: string): Promise<unknown> {
  const { LineCounter, parseDocument } = await import("yaml");
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const { line } = lineCounter.linePos(problem.pos[0]);
    throw new Error(
      `The ${kind} file ${path} is not valid YAML (line ${line}, ${problem.code}): correct it.`,
    );
  }
  try {
    return document.toJS();
  } catch {
    throw new Error(
      `The ${kind} file ${path} is not valid YAML: it has too many aliases, or one of nothing. Write entries out.`,
    );
  }
}

/** JSON is YAML as well: one parser finds the lines of both. */
async function findLine(text: string, where: string): Promise<number | undefined> {
  const { LineCounter, isCollection, isNode, parseDocument } = await import("yaml");
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  let node: unknown = document.contents;
  for (const step of where.match(/[^.[\]]+/g) ?? []) {
    const next: unknown = isCollection(node)
      ? node.get(/^\d+$/.test(step) ? Number(step) : step, true)
      : undefined;
    if (!isNode(next)) break;
    node = next;
  }
  const start = isNode(node) && node !== document.contents ? node.range?.[0] : undefined;
  return start === undefined ? undefined : lineCounter.linePos(start).line;
}
