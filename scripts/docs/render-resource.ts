import type { NamedType, ResourceClass } from "./model";
import { GENERATED, renderComment, renderProperties, renderTypes, type Types } from "./render-parts";

/** The page of a class that programs declare. */
export function renderResource(
  { name, comment, args, outputs, methods }: ResourceClass,
  types: Types,
): string {
  const mentioned = [...args.properties, ...outputs].flatMap(({ mentions }) => mentions);
  return [
    GENERATED,
    `# ${name}`,
    ...renderComment(comment),
    "## Inputs",
    `\`new pingone.${name}(name, args, opts?)\`. ${inputsNote(args)}`.trim(),
    renderProperties(args.properties, "input", types),
    ...(outputs.length === 0 ? [] : ["## Outputs", renderProperties(outputs, "output", types)]),
    ...(methods.length === 0
      ? []
      : ["## Methods", methods.map((method) => `- \`${method.type}\`: ${method.comment.text}`).join("\n")]),
    ...(comment.failures.length === 0 ? [] : ["## Errors", renderFailures(comment.failures)]),
    ...renderTypes(mentioned, types),
  ].join("\n\n");
}

/** What the comment of the inputs says beyond whose they are. */
function inputsNote({ comment }: NamedType): string {
  return comment.text.replace(/^Inputs of (an? )?`\w+`\.\s*/, "");
}

function renderFailures(failures: readonly string[]): string {
  return [
    ...failures.map((failure) => `- ${failure.charAt(0).toUpperCase()}${failure.slice(1)}.`),
    "",
    "What messages mean and what to do: [troubleshooting](../troubleshooting.md).",
  ].join("\n");
}
