import { escapeMarkdown } from "./escape-markdown";

/** Rows and items of one list; the rest is counted. */
const LISTED = 50;

/** A table, or nothing where there is no row. Cells are escaped. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) {
    return [];
  }
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  return [
    line(heads),
    `| ${heads.map(() => "---").join(" | ")} |`,
    ...rows.slice(0, LISTED).map(line),
    ...more(rows.length),
    "",
  ];
}

/** A list, or nothing where there is no item. Each item has a name in bold; both parts are escaped. */
export function list(items: readonly (readonly [name: string, text: string])[]): string[] {
  return items.length === 0
    ? []
    : [
        ...items
          .slice(0, LISTED)
          .map(([name, text]) => `- **${escapeMarkdown(name)}**: ${escapeMarkdown(text)}`),
        ...more(items.length),
        "",
      ];
}

/** A heading above lines; nothing where there are none. */
export function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`### ${heading}`, "", ...lines];
}

function more(count: number): string[] {
  return count > LISTED ? ["", `and ${count - LISTED} more`] : [];
}
