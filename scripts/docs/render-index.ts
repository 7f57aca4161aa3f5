import type { Comment, EntryPoint } from "./model";
import { GENERATED } from "./render-parts";

/** The page that leads to the others. */
export function renderIndex({ resources }: EntryPoint, fileOf: (name: string) => string): string {
  return [
    GENERATED,
    "# Reference",
    "Every input, output, default and error, as the types of the package tell them in an editor.",
    [
      "| | what it does |",
      "| --- | --- |",
      ...resources.map(
        ({ name, comment }) =>
          `| [\`${name}\`](${fileOf(name)}) | ${firstSentence(comment).replaceAll("|", "\\|")} |`,
      ),
      "| [functions](functions.md) | `getUser`, `getUserPassword`, `getPasswordPolicy` ask PingOne in the program; `readUsers` reads a file of users. |",
      "| [client](client.md) | Every operation as a method, for scripts without Pulumi. |",
    ].join("\n"),
    "An input may be a value, a promise or an output of another resource. A type is `pulumi-nodejs:dynamic/pingone:<Name>` in the state. What Pulumi's own options do with these resources: [options](../pulumi-options.md).",
  ].join("\n\n");
}

function firstSentence({ text }: Comment): string {
  return /^.*?(?:\.(?= |$)|:)/s.exec(text)?.[0].replace(/:$/, ".") ?? text;
}
