import { createHash } from "node:crypto";

/** What a reader has to know to fill the blanks of a page. */
export type Reader = {
  /** Free ports in the place of those that the pages name. */
  readonly ports: Readonly<Record<string, number>>;
  /** What belongs where a page has `...` or an example of one's own: the text, and what is typed instead. */
  readonly blanks: readonly (readonly [RegExp, string])[];
};

/** A block of commands as a reader types it: with values in the place of `...`, and a simulator in a terminal of its own. */
export function asAReader(text: string, reader: Reader, block = 0): string {
  const lines = text.split("\n").map((line) => {
    const filled = reader.blanks.reduce((done, [blank, value]) => done.replace(blank, value), line);
    const ported = Object.entries(reader.ports).reduce(
      (done, [port, free]) => done.replaceAll(new RegExp(`\\b${port}\\b`, "g"), String(free)),
      filled.replace(/(\w*PASSWORD|\w*SECRET|PULUMI_CONFIG_PASSPHRASE)='\.\.\.'/g, (_all, name: string) => {
        return `${name}='${passwordFor(name, block)}'`;
      }),
    );
    return startsSimulator(ported) ? elsewhere(ported, reader) : ported;
  });
  return lines.map((line) => line.replace(/^export PINGONE_\.\.\.(?=\s|$)/, "__paste")).join("\n");
}

/** The blanks that nobody filled, comments aside. */
export function leftBlank(text: string): string[] {
  return text.split("\n").filter((line) => line.replace(/(^|\s)#.*$/, "").includes("..."));
}

/** A password that every documented policy takes, another one for each name and block: PingOne takes none twice. */
function passwordFor(name: string, block: number): string {
  const digest = createHash("sha256").update(`${name} ${block}`).digest("hex");
  const letters = Array.from(digest.replace(/\d/g, ""), (letter) => `${letter}z`)
    .slice(0, 4)
    .join("");
  return `Kw-${letters}.${Number.parseInt(digest.slice(0, 4), 16)}x`;
}

function startsSimulator(line: string): boolean {
  return /^(npx (--no )?pingone-simulator|npm run simulator)\b/.test(line);
}

/** What a page has in another terminal is started beside the shell, at a port that is free. */
function elsewhere(line: string, { ports }: Reader): string {
  const command = line.replace(/\s+#.*$/, "");
  const [, own] = /--port (\d+)/.exec(command) ?? [];
  const [first = 0] = Object.values(ports);
  const port = own === undefined ? first : Number(own);
  const separator = command.startsWith("npm run") && !command.includes(" -- ") ? " --" : "";
  return `__beside ${port} ${command}${own === undefined ? `${separator} --port ${port}` : ""}`;
}
