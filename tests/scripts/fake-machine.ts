import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Context } from "./scripts";

/** The version of the CLI's Go module, as scripts/engine/cli/go.mod names it. */
export const BUILT_VERSION = "3.258.0";
/** The version of the npm package `pulumi` on a fake machine. */
export const PACKAGE_VERSION = "3.265.0";

const COMPANIONS = ["pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"];

/** A machine in a temporary folder: a repository, a PULUMI_HOME, and a PATH with nothing on it but what a test puts there. */
export class FakeMachine {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "fake-machine-")));
  readonly root = join(this.folder, "repository");
  readonly home = join(this.folder, "pulumi-home");
  readonly versions = join(this.home, "versions");
  readonly bin = join(this.folder, "bin");
  readonly log = join(this.folder, "log");
  readonly env: NodeJS.ProcessEnv = { PATH: this.bin, PULUMI_HOME: this.home };
  output = "";

  constructor() {
    mkdirSync(this.bin);
    this.writeFile("repository/package.json", "{}");
    this.writeFile(
      "repository/node_modules/pulumi/package.json",
      JSON.stringify({ version: PACKAGE_VERSION }),
    );
    this.refuseDownloads();
  }

  get context(): Context {
    const say = (text: string): void => {
      this.output += `${text}\n`;
    };
    return {
      root: this.root,
      env: this.env,
      progress: {
        say,
        during(title, work) {
          say(title);
          return work(() => undefined);
        },
      },
    };
  }

  /** What the fake programs wrote down about their calls. */
  get calls(): string[] {
    return existsSync(this.log) ? readFileSync(this.log, "utf8").trimEnd().split("\n") : [];
  }

  writeFile(path: string, text: string): string {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  /** Puts a shell script where `folder` says; it finds the system's own tools, whatever PATH it is started with. */
  addProgram(folder: string, name: string, script: string): string {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  /** A `pulumi` that prints a version, with its companions unless told otherwise. */
  addPulumi(folder: string, version: string, companions = COMPANIONS): string {
    for (const name of companions) this.addProgram(folder, name, "exit 0");
    return this.addProgram(folder, "pulumi", `echo v${version}`);
  }

  /** A `go` that writes down each build and makes programs that print the CLI's version. */
  addGo({ version = "go1.30.0", toolchain = "local", build = WRITE_PROGRAM } = {}): string {
    return this.addProgram(
      this.bin,
      "go",
      `if [ "$1" = env ]; then echo ${version}; echo ${toolchain}; exit 0; fi
echo "$PWD $*" >> '${this.log}'
while [ $# -gt 1 ]; do [ "$1" = -o ] && out=$2; shift; done
${build}`,
    );
  }

  /** The launcher of the npm package, where nothing but package registries can be reached. */
  refuseDownloads(): void {
    this.setLauncher(
      'process.stderr.write("Downloading pulumi...\\npulumi: fetch failed\\n"); process.exit(1);',
    );
  }

  /** The launcher of the npm package, where its download works. */
  allowDownloads(): void {
    this.setLauncher(`const { mkdirSync, writeFileSync } = require("node:fs");
const bin = process.env.PULUMI_HOME + "/versions/" + process.env.PULUMI_VERSION + "/bin/";
mkdirSync(bin, { recursive: true });
for (const name of ["pulumi", ...${JSON.stringify(COMPANIONS)}]) {
  writeFileSync(bin + name, "#!/bin/sh\\necho v" + process.env.PULUMI_VERSION + "\\n", { mode: 0o755 });
}`);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private setLauncher(code: string): void {
    const note = `require("node:fs").appendFileSync(${JSON.stringify(this.log)}, "download " + process.env.PULUMI_VERSION + "\\n");`;
    this.writeFile("repository/node_modules/pulumi/run.js", `${note}\n${code}`);
  }
}

const WRITE_PROGRAM = `printf '#!/bin/sh\\necho ${BUILT_VERSION}\\n' > "$out"; chmod +x "$out"`;
