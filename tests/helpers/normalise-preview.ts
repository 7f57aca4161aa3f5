/** Takes out of a preview's text what differs from run to run, and nothing else. */
export function normalisePreview(text: string): string {
  const settled = text
    // Dots for the time that has passed.
    .replace(/^@ .*\n/gm, "")
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "<time>")
    .replace(/\(PingOne id [\w-]+\)/g, "(PingOne id <id>)")
    .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:<port>")
    // No copy by hand keeps them.
    .replace(/ +$/gm, "");
  return sortDiagnostics(sortLastRows(settled));
}

/** Once all is over, the engine prints the rows that are left in any order. */
function sortLastRows(text: string): string {
  return text.replace(
    /(?:^.{4}\S+ \S+(?: create)?(?:  ?\d+ (?:error|warning|message).*)?\n)+(?=Diagnostics:)/m,
    (rows) => `${rows.trimEnd().split("\n").sort().join("\n")}\n`,
  );
}

/** The engine prints what the resources said in any order of the resources. */
function sortDiagnostics(text: string): string {
  return text.replace(/(?<=^Diagnostics:\n)[^]*?(?=^\S)/m, (all) => {
    const blocks = all.trimEnd().split("\n\n");
    return `${blocks.sort().join("\n\n")}\n\n`;
  });
}
