import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../helpers/run-command";
import { npmEnvironment } from "./npm-environment";
import { published, type PublishedName, repository, type Tarballs } from "./pack-packages";
import { unpack } from "./unpacked";

/** How TypeScript finds packages, and the file it begins at. */
export type Resolution = {
  readonly title: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly file: "index.ts" | "index.mts" | "program.ts";
};

/** Every way that a project can be set to. */
export const resolutions: readonly Resolution[] = [
  { title: "node10", options: { module: "commonjs", moduleResolution: "node10" }, file: "index.ts" },
  { title: "node16", options: { module: "node16", moduleResolution: "node16" }, file: "index.ts" },
  {
    title: "node16 in an ES module",
    options: { module: "node16", moduleResolution: "node16" },
    file: "index.mts",
  },
  { title: "nodenext", options: { module: "nodenext", moduleResolution: "nodenext" }, file: "index.ts" },
  {
    title: "nodenext in an ES module",
    options: { module: "nodenext", moduleResolution: "nodenext" },
    file: "index.mts",
  },
  { title: "bundler", options: { module: "esnext", moduleResolution: "bundler" }, file: "index.ts" },
];

/** Uses each entry point; a type that were lost and became any would pass none of the last three lines. */
const PROGRAM = `
import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";
import { createClient } from "pulumi-pingone-password/client";
import { UserPassword as handler } from "pulumi-pingone-password/provider";
import { createSimulator } from "pingone-simulator";

export const status: pulumi.Output<string> = new pingone.UserPassword("alice", {
  environmentId: "e",
  userId: "u",
  valueFrom: { env: "ALICE_PASSWORD" },
}).status;
export const team = new pingone.TestUsers("team", { environmentId: "e", users: { bob: { generate: {} } } });
export const answer: Promise<{ readonly status?: string | undefined }> = createClient().readPasswordState({ environmentId: "e", userId: "u" });
export const made: Promise<string> = createSimulator().then((simulator) => simulator.createUser({ username: "bob" }));
export { handler };
// @ts-expect-error
new pingone.UserPassword("bob", { environmentId: 1 });
// @ts-expect-error
createClient().noSuchOperation();
// @ts-expect-error
createSimulator({ latency: "long" });
`;

/** A project that has the packages' tarballs unpacked beside the packages they need, without an installation. */
export class TypedProject {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "pingone-types-")));

  async unpack(tarballs: Tarballs): Promise<void> {
    const modules = join(this.folder, "node_modules");
    mkdirSync(modules);
    const names = Object.keys(published) as PublishedName[];
    for (const name of readdirSync(join(repository, "node_modules"))) {
      if (!name.startsWith(".") && !names.some((own) => own === name)) {
        symlinkSync(join(repository, "node_modules", name), join(modules, name));
      }
    }
    for (const name of names) await unpack(tarballs.path(name), join(modules, name));
    for (const file of ["index.ts", "index.mts"]) writeFileSync(join(this.folder, file), PROGRAM);
  }

  /** Puts another program there. */
  write(file: "program.ts", text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  /**
   * What a compiler has to say of the program.
   * @param typescript folder of the compiler
   */
  async check(
    typescript: string,
    { options, file }: Resolution,
    more: Resolution["options"] = {},
  ): Promise<string> {
    const compilerOptions = {
      target: "es2022",
      types: ["node"],
      strict: true,
      skipLibCheck: true,
      noEmit: true,
      pretty: false,
      ...options,
      ...more,
    };
    writeFileSync(join(this.folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
    const { output } = await runCommand(
      process.execPath,
      [join(typescript, "lib", "tsc.js"), "-p", this.folder],
      this.folder,
      npmEnvironment(),
    );
    return output;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
