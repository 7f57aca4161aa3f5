import { builtinModules } from "node:module";
import { posix } from "node:path";
import ts from "typescript";
import type { Unpacked } from "./unpacked";

/** One rule of what a published package holds: what breaks it, a line each. */
export type TarballRule = (unpacked: Unpacked) => string[];

/** Hosts that code, types and documents may name. Anything else, a registry's above all, is there by mistake. */
const HOSTS =
  /^(developer\.pingidentity\.com|www\.apache\.org|nodejs\.org|www\.pulumi\.com|(api|auth)\.pingone\.\S+|127\.0\.0\.1|localhost|\S+\.example(\.com)?)$/;

const MACHINE_PATH =
  /(?<![\w.~-])\/(?:tmp|work|home|root|Users|private|var\/folders)\/[\w.-]+|\b[A-Z]:\\\\?Users/;

/** Nothing but what runs, its types, and what a person reads. */
export const holdsOnlyWhatRuns: TarballRule = ({ files }) =>
  [...files.keys()].filter((path) => !isWanted(path, linkedDocuments(files)));

/** Each file has its types, and they say of what; the other way round nothing is declared that is not there. */
export const hasTypesOfEachFile: TarballRule = ({ files }) =>
  [...files.keys()].flatMap((path) => {
    const other = /^dist\/.*\.d\.ts$/.test(path)
      ? path.replace(/\.d\.ts$/, ".js")
      : /^dist\/.*\.js$/.test(path)
        ? path.replace(/\.js$/, ".d.ts")
        : path;
    return files.has(other) ? [] : [`${path} without ${other}`];
  });

/** Every file that package.json points at. */
export const hasWhatItPointsAt: TarballRule = ({ manifest, files }) => {
  const { main, types, bin, exports, typesVersions } = manifest;
  const paths = leaves({ main, types, bin, exports, typesVersions });
  const wanted = ["README.md", "LICENSE", ...paths.map((path) => posix.normalize(path))];
  return wanted.filter((path) => !files.has(path));
};

/** Every module that a file requires or takes types from: its own are in the package, others are declared. */
export const hasWhatItRequires: TarballRule = (unpacked) => {
  const { manifest, files } = unpacked;
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  return importsOf(unpacked).flatMap(({ path, module }) => {
    if (!module.startsWith(".")) {
      const known =
        builtinModules.includes(module.replace(/^node:/, "")) || declared.includes(packageOf(module));
      return known ? [] : [`${path} needs ${module}, which package.json does not name`];
    }
    const target = posix.join(posix.dirname(path), module);
    const extensions = path.endsWith(".d.ts") ? [".d.ts", "/index.d.ts"] : ["", ".js", "/index.js"];
    const stem = path.endsWith(".d.ts") ? target.replace(/\.js$/, "") : target;
    return extensions.some((extension) => files.has(stem + extension)) ? [] : [`${path} needs ${module}`];
  });
};

/** Every dependency is one that the code needs. */
export const needsWhatItDeclares: TarballRule = (unpacked) => {
  const needed = new Set(importsOf(unpacked).map(({ module }) => packageOf(module)));
  return Object.keys(unpacked.manifest.dependencies ?? {}).filter((name) => !needed.has(name));
};

/** Links of its documents lead to files in the package. */
export const linksLeadInside: TarballRule = ({ files }) =>
  [...files].flatMap(([path, text]) =>
    linksOf(path, text)
      .filter((target) => !files.has(target))
      .map((target) => `${path} links to ${target}`),
  );

/** No path of the machine that built it, and no host but those of PingOne, its documentation and examples. */
export const namesNoMachine: TarballRule = ({ files }) =>
  [...files].flatMap(([path, text]) => {
    const [machinePath] = MACHINE_PATH.exec(text) ?? [];
    const hosts = [...text.matchAll(/https?:\/\/([\w.-]+[\w-])/g)].map(([, host = ""]) => host);
    return [machinePath, ...hosts.filter((host) => !HOSTS.test(host))]
      .filter((found) => found !== undefined)
      .map((found) => `${path} names ${found}`);
  });

/** Nothing runs when it is installed. */
export const runsNothingAtInstall: TarballRule = ({ manifest }) =>
  Object.keys(manifest.scripts ?? {}).filter((name) => /^(pre|post)?(install|prepare)$/.test(name));

function isWanted(path: string, documents: readonly string[]): boolean {
  return (
    ["package.json", "README.md", "LICENSE", ...documents].includes(path) ||
    /^bin\/[\w-]+\.js$/.test(path) ||
    /^console\/page\/[\w-]+\.(html|css|js)$/.test(path) ||
    (/^dist\/[\w/-]+(\.d\.ts|\.js)$/.test(path) && !/(^|\/)tests?\//.test(path))
  );
}

function linkedDocuments(files: Unpacked["files"]): string[] {
  return linksOf("README.md", files.get("README.md") ?? "").filter((path) => /\.(md|png)$/.test(path));
}

function linksOf(path: string, text: string): string[] {
  if (!path.endsWith(".md")) return [];
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target.replace(/#.*/, ""))
    .filter((target) => target !== "" && !/^[a-z]+:/.test(target))
    .map((target) => posix.join(posix.dirname(path), target));
}

function importsOf({ files }: Unpacked): { path: string; module: string }[] {
  return [...files]
    .filter(([path]) => /\.(js|d\.ts)$/.test(path))
    .flatMap(([path, text]) =>
      ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => ({ path, module: fileName })),
    );
}

function packageOf(module: string): string {
  return module.split("/", module.startsWith("@") ? 2 : 1).join("/");
}

/** Every text that stands anywhere in a value. */
function leaves(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [];
}
