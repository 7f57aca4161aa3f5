import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Engine } from "../../scripts/engine/stamp.mjs";

/** The repository's root. */
export const repository = join(__dirname, "..", "..");

export interface Progress {
  say(text: string): void;
  during<T>(title: string, work: (note: (text: string) => void) => Promise<T>): Promise<T>;
}

export interface Context {
  root: string;
  env: NodeJS.ProcessEnv;
  progress: Progress;
}

export interface Found {
  pulumi: string;
  version: string;
  how: string;
}

type Attempt = (context: Context) => Promise<Found>;
type PlaceFolder = (
  target: string,
  fill: (temporary: string) => Promise<string>,
  isUsable: () => Promise<boolean>,
) => Promise<void>;
type CreateProgress = (stream: NodeJS.WritableStream & { isTTY?: boolean; columns?: number }) => Progress;

/** A module of scripts/, which is plain Node and so has no types to import. */
const load = (path: string): Promise<unknown> => import(scriptUrl(path));

/** Where a child process imports a module of scripts/ from. */
export const scriptUrl = (path: string): string => pathToFileURL(join(repository, "scripts", path)).href;

export const findOnPath: Attempt = async (context) =>
  ((await load("engine/find-on-path.mjs")) as { findOnPath: Attempt }).findOnPath(context);

export const findInstalled: Attempt = async (context) =>
  ((await load("engine/find-installed.mjs")) as { findInstalled: Attempt }).findInstalled(context);

export const download: Attempt = async (context) =>
  ((await load("engine/download.mjs")) as { download: Attempt }).download(context);

export const buildWithGo: Attempt = async (context) =>
  ((await load("engine/build-with-go.mjs")) as { buildWithGo: Attempt }).buildWithGo(context);

export const provideEngine = async (context: Context): Promise<Engine> =>
  (
    (await load("engine/index.mjs")) as { provideEngine: (context: Context) => Promise<Engine> }
  ).provideEngine(context);

export const setUp = async (context: Context): Promise<Engine> =>
  ((await load("setup.mjs")) as { setUp: (context: Context) => Promise<Engine> }).setUp(context);

export const placeFolder: PlaceFolder = async (...args) =>
  ((await load("engine/place-folder.mjs")) as { placeFolder: PlaceFolder }).placeFolder(...args);

export const installDependencies = async (context: Context): Promise<void> => {
  const module = (await load("setup/dependencies.mjs")) as {
    installDependencies: (context: Context) => Promise<void>;
  };
  await module.installDependencies(context);
};

export const requireNode = async (version: string): Promise<void> => {
  ((await load("setup/node-version.mjs")) as { requireNode: (version: string) => void }).requireNode(version);
};

export const createProgress = async (...args: Parameters<CreateProgress>): Promise<Progress> =>
  ((await load("setup/progress.mjs")) as { createProgress: CreateProgress }).createProgress(...args);
