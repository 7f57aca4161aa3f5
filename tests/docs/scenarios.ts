import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createSimulator, type Seed } from "../../simulator";
import { npmEnvironment } from "../consumer/npm-environment";
import { packBuilt } from "../consumer/pack-packages";
import { runInstaller } from "../consumer/run-to-success";
import { engine } from "../helpers/engine";
import { root } from "./documents";
import type { Reader } from "./as-a-reader";
import type { Stage } from "./shell";

/** A stage that is set; `end` clears it away. */
export type Scene = Stage & { readonly end: () => Promise<void> };

/** Who the users of a page are. */
const SEED: Seed = {
  users: [
    { username: "alice", email: "alice@example.com", password: "Former-Word.42" },
    { username: "bob", email: "bob@example.com" },
    { username: "carol", email: "carol@example.com", password: "Former-Word.43", locked: true },
  ],
};

/** What a page without a program of its own is about. */
const PROGRAM = `
import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const environmentId = new pulumi.Config().get("environmentId") ?? process.env["PINGONE_ENVIRONMENT_ID"] ?? "";
const user = new pingone.User("dora", { environmentId, username: "dora", email: "dora@example.com" });
new pingone.UserPassword("dora", { environmentId, userId: user.userId, valueFrom: { env: "DORA_PASSWORD" } });
`;

/** Where the blocks of a page can be run, by the name that the page gives. */
export const scenarios: Readonly<Record<string, (document: string) => Promise<Scene>>> = {
  /** A terminal in a project: an engine and the packages are there, nothing is configured, no stack, no PingOne. */
  terminal: () => Promise.resolve(project()),

  /** The same, with a local PingOne in the environment, a stack and a password for whoever the program names. */
  async project() {
    const simulator = await createSimulator({ seed: SEED });
    const scene = project();
    return {
      ...scene,
      env: {
        ...scene.env,
        ...simulator.env,
        DORA_PASSWORD: "Copper-Kettle!71x",
        // As in a job of GitHub.
        GITHUB_STEP_SUMMARY: join(scene.folder, "summary.md"),
      },
      prelude: "pulumi login --local > /dev/null; pulumi stack init dev > /dev/null",
      end: async () => {
        await scene.end();
        await simulator.close();
      },
    };
  },

  /** The repository, set up, with what a stack writes kept out of it. */
  repository() {
    const scene = project();
    cpSync(join(root, "Pulumi.yaml"), join(scene.folder, "Pulumi.yaml"));
    rmSync(join(scene.folder, "index.ts"));
    cpSync(join(root, "examples/bootstrap"), join(scene.folder, "examples/bootstrap"), { recursive: true });
    return Promise.resolve({
      ...scene,
      prelude: `npm() { command npm --prefix '${root}' "$@"; }`,
      blanks: [
        ...scene.blanks,
        // Another demo's files are somebody else's.
        [/^npm run demo\b/, "npm run demo -- --stack demo-docs"],
        // What runs this is `npm test` itself.
        [/^npm test\b(?! --)/, "npm test -- tests/names.spec.ts"],
      ] as const,
      end: async () => {
        for (const path of [".demo-docs", "Pulumi.demo-docs.yaml"]) {
          rmSync(join(root, path), { recursive: true, force: true });
        }
        await scene.end();
      },
    });
  },

  /** A folder with the files that the simulator's pages name, and nothing that runs yet. */
  simulator: () => Promise.resolve(seeded()),

  /** The same, with the simulator of the page beside it. */
  "simulator-beside": () =>
    Promise.resolve({ ...seeded(), prelude: "npx pingone-simulator --seed seed.json" }),

  /** The folder of the page, as somebody has it who copied it elsewhere and installed both packages. */
  async example(document) {
    const scene = project();
    rmSync(scene.folder, { recursive: true });
    cpSync(join(root, dirname(document)), scene.folder, { recursive: true });
    const tarballs = await packBuilt();
    const files = [tarballs.path("pulumi-pingone-password"), tarballs.path("pingone-simulator")];
    await runInstaller("npm", ["install", "--no-audit", "--no-fund", ...files], scene.folder, scene.env);
    return {
      ...scene,
      prelude: "pulumi login --local > /dev/null",
      blanks: [...scene.blanks, ...EXAMPLE_BLANKS],
      end: async () => {
        tarballs.remove();
        await scene.end();
      },
    };
  },
};

/** What the examples leave to the reader: ids of a tenant, which here is the simulator's, and what a user reads in a mail. */
const EXAMPLE_BLANKS: Reader["blanks"] = [
  [
    /^export PINGONE_CLIENT_ID=\.\.\. .*$/,
    "__beside 8480 npx pingone-simulator --seed users.json --port 8480; __paste",
  ],
  [/(config set \S*environmentId) \.\.\./, "$1 11111111-2222-4333-8444-555555555555"],
  [/(config set \S*applicationId) \.\.\./, "$1 bbbbbbbb-cccc-4ddd-8eee-ffffffffffff"],
  [/(config set userId) \.\.\./, '$1 "$(node -p "require(\'./users.json\').users[0].id")"'],
  [
    /\bCODE=\.\.\./,
    `CODE="$(curl "$PINGONE_API_URL/simulator/mail?username=alice" | node -p 'JSON.parse(fs.readFileSync(0, "utf8")).mails.at(-1).code')"`,
  ],
];

function seeded(): Scene {
  const scene = project();
  const users = [{ username: "alice", email: "alice@example.com", password: "Secret-Word.42" }];
  const files = {
    "seed.json": JSON.stringify({ users }),
    // JSON is YAML as well.
    "seed.yaml": JSON.stringify({ users }),
    "users.csv": "username,email\nalice,alice@example.com\n",
    "faults.yaml": "- kind: 503-html\n  count: 1\n",
  };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(scene.folder, name), text);
  }
  return {
    ...scene,
    env: { ...scene.env, MY_SECRET: "of the page" },
    blanks: [
      ...scene.blanks,
      [/^flow=\$auth\/flows\/\.\.\./, `flow=$auth/$(grep -o 'flows/[0-9a-f-]*' "$__printed" | tail -1)`],
      [/flowId=\.\.\./, "flowId=${flow##*/}"],
    ],
  };
}

function project(): Scene & Required<Pick<Scene, "blanks">> {
  const folder = mkdtempSync(join(tmpdir(), "pingone-page-"));
  const place = join(folder, "project");
  mkdirSync(join(folder, "home"));
  mkdirSync(place);
  writeFileSync(join(place, "Pulumi.yaml"), "name: users\nruntime: nodejs\n");
  writeFileSync(
    join(place, "package.json"),
    JSON.stringify({ name: "users", private: true, main: "index.ts" }),
  );
  writeFileSync(join(place, "tsconfig.json"), TSCONFIG);
  writeFileSync(join(place, "index.ts"), PROGRAM);
  symlinkSync(join(root, "node_modules"), join(place, "node_modules"));
  return {
    folder: place,
    // The engine asks the system, not HOME, where the account's own home is, and would write there.
    blanks: [[/^pulumi login --local\b/, `pulumi login 'file://${join(folder, "home")}'`]],
    env: {
      ...npmEnvironment(),
      ...engine().env,
      // What a login keeps at home is kept in the folder; npm goes on as it is.
      npm_config_userconfig: process.env["npm_config_userconfig"] ?? join(homedir(), ".npmrc"),
      npm_config_cache: process.env["npm_config_cache"] ?? join(homedir(), ".npm"),
      HOME: join(folder, "home"),
      PULUMI_HOME: join(folder, "home", ".pulumi"),
      PULUMI_CONFIG_PASSPHRASE: "test",
      PULUMI_SKIP_CONFIRMATIONS: "true",
      // The blocks of TypeScript are checked all at once elsewhere.
      PULUMI_NODEJS_TRANSPILE_ONLY: "true",
      NO_COLOR: "1",
    },
    end: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

const TSCONFIG = JSON.stringify({
  compilerOptions: {
    strict: true,
    target: "es2022",
    module: "nodenext",
    types: ["node"],
    skipLibCheck: true,
  },
});
