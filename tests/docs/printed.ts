/** The lines that a page shows and that were not printed. `...` stands for anything; times and the width of columns are no matter. */
export function missingLines(shown: string, printed: string): string[] {
  const lines = printed.split("\n").map(settled);
  return shown.split("\n").filter((line) => {
    const parts = settled(line).split("...");
    const [first = ""] = parts;
    return (
      line.trim() !== "" && !lines.some((candidate) => candidate.startsWith(first) && holds(candidate, parts))
    );
  });
}

function holds(line: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const found = line.indexOf(part.trim(), from);
    if (found < 0) return false;
    from = found + part.trim().length;
  }
  return parts.at(-1)?.trim() === "" || from === line.length;
}

function settled(line: string): string {
  return line
    .replace(/\(\d+(\.\d+)?s\)/g, " ")
    .replace(/\s+(?=:)/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
