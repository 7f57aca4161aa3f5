/** A table in Markdown; what is undefined is shown as a dash. */
export function table(
  columns: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns),
    line(columns.map((_column, index) => (index === 0 ? "---" : "--:"))),
    ...rows.map((row) => line(row.map(showCell))),
  ].join("\n");
}

function showCell(cell: string | number | undefined): string {
  if (cell === undefined) {
    return "-";
  }
  return typeof cell === "string" ? cell : showNumber(cell);
}

/** Three digits that count, whole numbers in full. */
function showNumber(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
