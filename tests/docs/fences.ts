/** A fenced block of a document, with the comments that stand right before it. */
export type Fence = {
  readonly document: string;
  /** Where the block begins, for messages: `docs/ci.md:12`. */
  readonly place: string;
  readonly line: number;
  /** What stands behind the fence, such as `sh`. */
  readonly language: string;
  readonly text: string;
  /** The comments, such as `run: project`. */
  readonly notes: readonly string[];
};

/** All fenced blocks of a document, in their order. Fails where one has no end. */
export function readFences(document: string, text: string): Fence[] {
  const fences: Fence[] = [];
  let open: { line: number; indent: number; language: string; lines: string[] } | undefined;
  let notes: string[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const [, indent = "", language = ""] = /^(\s*)```(\w*)\s*$/.exec(line) ?? [];
    if (open === undefined) {
      if (line.trimStart().startsWith("```")) {
        open = { line: index + 1, indent: indent.length, language, lines: [] };
      } else if (line.trim() !== "") {
        const [, note] = /^\s*<!-- (.*) -->$/.exec(line) ?? [];
        notes = note === undefined ? [] : [...notes, note];
      }
    } else if (line.trim() === "```") {
      const { line: start, language: name, lines } = open;
      const place = `${document}:${start}`;
      fences.push({ document, place, line: start, language: name, text: `${lines.join("\n")}\n`, notes });
      open = undefined;
      notes = [];
    } else {
      open.lines.push(line.slice(open.indent));
    }
  }
  if (open !== undefined) throw new Error(`${document}:${open.line}: the block has no end.`);
  return fences;
}

/** What a note of a block says behind its name, e.g. `project` of `run: project`. */
export function noteOf({ notes }: Fence, name: string): string | undefined {
  return notes.find((note) => note.startsWith(`${name}: `))?.slice(name.length + 2);
}
