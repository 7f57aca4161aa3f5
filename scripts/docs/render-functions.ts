import type { EntryPoint } from "./model";
import { GENERATED, renderComment, renderProperties, renderTypes } from "./render-parts";

/** The page of the functions that a program calls. */
export function renderFunctions({ functions, types }: EntryPoint): string {
  return [
    GENERATED,
    "# Functions",
    "They run in the program, not in the provider's process, whenever the program runs: at preview as well. The `...Output` forms take outputs of other resources and wait for them.",
    ...functions.flatMap(({ name, signature, comment }) => [
      `## ${name}`,
      `\`${signature}\``,
      ...renderComment(comment),
      ...comment.failures.map((failure) => `Throws ${failure}`),
    ]),
    ...renderTypes(
      functions.flatMap(({ mentions }) => mentions),
      types,
    ),
  ].join("\n\n");
}

/** The page of the client for scripts. */
export function renderClient({ functions, errors, types }: EntryPoint): string {
  const client = types.get("Client");
  const methods = client?.properties ?? [];
  const mentioned = [...functions.flatMap(({ mentions }) => mentions), "ClientOptions", "ErrorDetail"];
  return [
    GENERATED,
    "# Client",
    'For scripts without Pulumi: `import { createClient } from "pulumi-pingone-password/client"`.',
    ...functions.flatMap(({ signature, comment }) => [
      `\`${signature}\``,
      ...renderComment(comment),
      ...comment.failures.map((failure) => `Throws ${failure}`),
    ]),
    client?.comment.text ?? "",
    "## Methods",
    methods.map(({ name, type, comment }) => `- \`${name}${type}\`: ${comment.text}`).join("\n"),
    "## Errors",
    ...errors.flatMap((error) => [
      `### ${error.name}`,
      error.comment.text,
      ...(error.properties.length === 0 ? [] : [renderProperties(error.properties, "output", types)]),
    ]),
    ...renderTypes(
      [...mentioned, ...methods.flatMap(({ mentions }) => mentions)],
      new Map([...types].filter(([name]) => name !== "Client")),
    ),
  ].join("\n\n");
}
