import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { doctor, type DoctorOptions } from "../../../provider/cli/doctor/doctor";
import type { Finding } from "../../../provider/cli/doctor/finding";
import type { Diagnosis } from "../../../provider/cli/doctor/print-findings";
import type { World } from "../../../provider/cli/doctor/world";
import { version } from "../../../provider/version";

/** A folder with a project, and a `pulumi` of the test's own: what is tested here is how its answers are read. */
export class Machine {
  readonly folder = mkdtempSync(join(tmpdir(), "pingone-doctor-"));
  /** Everything that any run printed. */
  printed = "";

  constructor() {
    this.usePulumi('console.log("v3.258.0")');
    this.install("@pulumi/pulumi", "3.245.0");
    this.install("pulumi-pingone-password", version);
  }

  /** Puts a package into the project, or into one of its packages. */
  install(name: string, its: string, inside = ""): void {
    const folder = join(this.folder, inside, "node_modules", name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: its }));
  }

  /** Replaces `pulumi` by a script; `args` are its arguments. */
  usePulumi(script: string, bin = "bin"): void {
    const file = join(this.folder, bin, "pulumi");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!${process.execPath}\nconst args = process.argv.slice(2);\n${script}\n`);
    chmodSync(file, 0o755);
  }

  /** Makes the folder a Pulumi project. */
  makeProject(): void {
    writeFileSync(join(this.folder, "Pulumi.yaml"), "name: test\nruntime: nodejs\n");
  }

  world(env: NodeJS.ProcessEnv, bins: readonly string[] = ["bin"]): World {
    return {
      env: { ...env, PATH: bins.map((bin) => join(this.folder, bin)).join(delimiter) },
      cwd: this.folder,
      nodeVersion: "24.19.0",
      print: (text) => {
        this.printed += text;
      },
    };
  }

  /** Runs the doctor and answers what `--json` tells, beside the exit code. */
  async examine(
    env: NodeJS.ProcessEnv,
    options: DoctorOptions = {},
  ): Promise<Diagnosis & { readonly code: number; readonly finding: (check: string) => Finding }> {
    let text = "";
    const world = this.world(env);
    const print = (part: string) => {
      text += part;
      world.print(part);
    };
    const code = await doctor({ ...options, json: true }, { ...world, print });
    const diagnosis = JSON.parse(text) as Diagnosis;
    return {
      ...diagnosis,
      code,
      finding: (check) => {
        const found = diagnosis.checks.find((one) => one.check === check);
        if (found === undefined) {
          throw new Error(`nothing was found of "${check}":\n${text}`);
        }
        return found;
      },
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** A machine for each test of a suite. To be called where it is described. */
export function withMachine(): () => Machine {
  let machine: Machine | undefined;
  beforeEach(() => {
    machine = new Machine();
  });
  afterEach(() => {
    machine?.remove();
  });
  return () => {
    if (machine === undefined) {
      throw new Error("only there while a test runs");
    }
    return machine;
  };
}
