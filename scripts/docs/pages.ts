import { join } from "node:path";
import prettier from "prettier";
import ts from "typescript";
import type { EntryPoint } from "./model";
import { readEntryPoint } from "./read-entry-point";
import { renderClient, renderFunctions } from "./render-functions";
import { renderIndex } from "./render-index";
import { renderResource } from "./render-resource";

/** Where the pages stand, from the repository's root. */
export const PAGES_FOLDER = "docs/resources";

/** The entry points that users import, by what a page needs of them. */
export function readPackage(root: string): { readonly program: EntryPoint; readonly client: EntryPoint } {
  const folder = join(root, "provider");
  const { config } = ts.readConfigFile(join(folder, "tsconfig.json"), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const files = { program: join(folder, "index.ts"), client: join(folder, "client.ts") };
  const program = ts.createProgram(Object.values(files), { ...options, noEmit: true });
  return {
    program: readEntryPoint(program, files.program, `${folder}/`),
    client: readEntryPoint(program, files.client, `${folder}/`),
  };
}

/** All pages by the name of their file, as prettier leaves them. */
export async function renderPages({
  program,
  client,
}: ReturnType<typeof readPackage>): Promise<Map<string, string>> {
  const texts = [
    ["README.md", renderIndex(program, fileOf)],
    ...program.resources.map((resource) => [fileOf(resource.name), renderResource(resource, program.types)]),
    ["functions.md", renderFunctions(program)],
    ["client.md", renderClient(client)],
  ] as [string, string][];
  const formatted = await Promise.all(
    texts.map(
      async ([file, text]) =>
        [file, await prettier.format(text, { parser: "markdown", printWidth: 110 })] as const,
    ),
  );
  return new Map(formatted);
}

function fileOf(name: string): string {
  return `${name.replace(/(?<!^)[A-Z]/g, "-$&").toLowerCase()}.md`;
}
