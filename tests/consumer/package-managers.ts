import { npmEnvironment, yarnEnvironment } from "./npm-environment";

/** One way to install a project. */
export type PackageManager = {
  readonly name: string;
  /** What its users have beside package.json. */
  readonly files: Readonly<Record<string, string>>;
  /** The command. Everything it keeps goes below `cache`: Yarn 1 would take a tarball of the same name from an earlier run. */
  readonly install: (cache: string) => Promise<{
    readonly args: readonly string[];
    readonly env: Record<string, string>;
  }>;
};

export const npm: PackageManager = {
  name: "npm",
  files: {},
  install: () =>
    Promise.resolve({
      args: ["npm", "install", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=1"],
      env: npmEnvironment(),
    }),
};

export const pnpm: PackageManager = {
  name: "pnpm",
  // pnpm asks about every package that wants to run something: protobufjs, of @pulumi/pulumi, which does without.
  files: { "pnpm-workspace.yaml": "allowBuilds:\n  protobufjs: false\n" },
  install: (cache) =>
    Promise.resolve({
      args: ["npx", "-y", "pnpm@latest", "install", "--store-dir", cache],
      env: npmEnvironment(),
    }),
};

export const yarnClassic: PackageManager = {
  name: "Yarn 1",
  files: {},
  install: (cache) =>
    Promise.resolve({
      // It refuses what other managers warn of: on Node 20 cookie, of fastify's test tool, which asks for 22.
      args: ["npx", "-y", "yarn@1", "install", "--non-interactive", "--ignore-engines"],
      env: { ...npmEnvironment(), YARN_CACHE_FOLDER: cache },
    }),
};

export const yarn: PackageManager = {
  name: "Yarn 4",
  files: { ".yarnrc.yml": "nodeLinker: node-modules\n", "yarn.lock": "" },
  install: async (cache) => ({
    args: ["npx", "-y", "-p", "@yarnpkg/cli-dist@latest", "yarn", "install"],
    env: {
      ...npmEnvironment(),
      ...(await yarnEnvironment()),
      YARN_GLOBAL_FOLDER: cache,
      YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
    },
  }),
};
