import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../helpers/run-command";
import { asAReader, leftBlank, type Reader } from "./as-a-reader";
import type { Step } from "./plays";
import { missingLines } from "./printed";

/** Where a page is played. */
export type Stage = {
  readonly folder: string;
  readonly env: Record<string, string>;
  readonly blanks?: Reader["blanks"];
  /** Commands of the shell before the first block. */
  readonly prelude?: string;
};

/** Ports that the pages name. */
const PORTS = ["8480", "8481"];

/** What a shell needs for a simulator beside it, which is ended with the shell, or by another one at its port. */
const HELPERS = String.raw`
__groups=""
__end() { for __group in $__groups; do kill -- "-$__group" 2> /dev/null || true; done; }
trap __end EXIT
# A reader would press Ctrl-C again at one that does not end.
__stop() {
  kill -- "-$1" 2> /dev/null || true
  for __try in {1..50}; do kill -0 "$1" 2> /dev/null || break; sleep 0.1; done
  kill -9 -- "-$1" 2> /dev/null || true
  wait "$1" || true
}
# npx may be gone before what it started has given the port back.
__until_free() { while (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; do sleep 0.1; done; }
__beside() {
  __port=$1
  shift
  __pid="__at_$__port"
  if [ -n "${"$"}{!__pid:-}" ]; then __stop "${"$"}{!__pid}"; __until_free "$__port"; fi
  set -m
  "$@" > "$__out/simulator-$__port" 2>&1 &
  set +m
  printf -v "$__pid" %s $!
  __groups="$__groups $!"
  until grep -q '^export PINGONE_ENV' "$__out/simulator-$__port"; do
    kill -0 $! || { cat "$__out/simulator-$__port"; return 1; }
    sleep 0.1
  done
}
__paste() { eval "$(grep -h '^export PINGONE_' "$__out"/simulator-* | head -5)"; }
curl() { command curl --fail-with-body --silent --show-error "$@"; }
`;

/** Runs the blocks of a page in one bash, in their order, and looks at what they print. Fails with the first that goes wrong. */
export async function playSteps(steps: readonly Step[], stage: Stage): Promise<void> {
  const out = mkdtempSync(join(tmpdir(), "pingone-docs-"));
  try {
    const reader: Reader = { ports: await freePorts(), blanks: stage.blanks ?? [] };
    const script = ["set -e -o pipefail", `__out='${out}'`, HELPERS, asAReader(stage.prelude ?? "", reader)];
    for (const [index, step] of steps.entries()) script.push(scriptOf(step, index, out, reader));
    const file = join(out, "script.sh");
    writeFileSync(file, script.join("\n"));
    const { exitCode, output } = await runCommand("bash", [file], stage.folder, stage.env);
    if (exitCode !== 0) throw new Error(`${stoppedAt(steps, out)}exit code ${exitCode}\n${output}`);
    expectPrinted(steps, out);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function scriptOf(step: Step, index: number, out: string, reader: Reader): string {
  const { fence } = step;
  const printed = join(out, `${index}.out`);
  if (step.kind === "prints") return "";
  if (step.kind === "file") {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, `${index}.file`), fence.text);
    return `mkdir -p "$(dirname '${step.path}')"; cp '${join(out, `${index}.file`)}' '${step.path}'`;
  }
  const commands = asAReader(fence.text, reader, index).replaceAll("$__printed", printed);
  const blank = leftBlank(commands);
  if (blank.length > 0) throw new Error(`${fence.place}: nothing fills the blank in: ${blank.join("\n")}`);
  const begin = `echo '${fence.place}' > '${join(out, "at")}'; echo ${index} > '${join(out, "index")}'`;
  return step.exitCode === 0
    ? `${begin}\n{\n${commands}} > '${printed}' 2>&1`
    : `${begin}\nset +e; (\nset -e\n${commands}) > '${printed}' 2>&1; __code=$?; set -e; [ "$__code" = ${step.exitCode} ]`;
}

/** Where the shell ended, and what that block had printed. */
function stoppedAt(steps: readonly Step[], out: string): string {
  const read = (name: string) => {
    try {
      return readFileSync(join(out, name), "utf8");
    } catch {
      return "";
    }
  };
  const index = read("index").trim();
  const step = steps[Number(index)];
  return `${read("at").trim()}:\n${step?.fence.text ?? ""}---\n${read(`${index}.out`)}`;
}

function expectPrinted(steps: readonly Step[], out: string): void {
  let printed = "";
  for (const [index, step] of steps.entries()) {
    if (step.kind === "run") printed += readFileSync(join(out, `${index}.out`), "utf8");
    if (step.kind === "prints") {
      const missing = missingLines(step.fence.text, printed);
      if (missing.length > 0) {
        throw new Error(`${step.fence.place}: not printed:\n${missing.join("\n")}\n--- but:\n${printed}`);
      }
    }
  }
}

async function freePorts(): Promise<Record<string, number>> {
  const servers = await Promise.all(
    PORTS.map(async (name) => {
      const server = createServer();
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
      return { name, server, port: (server.address() as AddressInfo).port };
    }),
  );
  await Promise.all(servers.map(async ({ server }) => new Promise((done) => server.close(done))));
  return Object.fromEntries(servers.map(({ name, port }) => [name, port]));
}
