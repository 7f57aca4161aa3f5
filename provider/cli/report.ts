import { appendFile, readFile, writeFile } from "node:fs/promises";
import {
  hasProblems,
  previewMarkdown,
  type PreviewReport,
  readDocument,
  reportPreview,
  reportState,
  stateMarkdown,
  type StateReport,
  UnusableInput,
} from "../report";

/** Options of `report`. */
export type ReportOptions = {
  readonly format: "markdown" | "json";
  /** File to write to. @default the standard output */
  readonly output?: string | undefined;
  /** Append the Markdown to the summary of a job of GitHub Actions as well. */
  readonly summary?: boolean | undefined;
  readonly failOnProblems?: boolean | undefined;
  /** What the tenant allows. */
  readonly requestsPerSecond: number;
};

/** What `report` reads and writes beside files. */
export type ReportStreams = {
  readonly input: AsyncIterable<Buffer | string> & { readonly isTTY?: boolean | undefined };
  readonly print: (text: string) => void;
  readonly env: NodeJS.ProcessEnv;
};

/**
 * Reads what `pulumi preview --json` or `pulumi stack export` wrote, and reports what it says about users and passwords. PingOne is not
 * asked, and no secret is repeated.
 * @param file undefined, or `-`, for the standard input
 * @returns the exit code: 1 for problems where they are to fail, else 0
 * @throws {UnusableInput} when there is nothing to report on, or nowhere to write to
 */
export async function report(
  file: string | undefined,
  { format, output, summary, failOnProblems, requestsPerSecond }: ReportOptions,
  { input, print, env }: ReportStreams,
): Promise<number> {
  const summaryFile = env["GITHUB_STEP_SUMMARY"];
  if (summary === true && (summaryFile === undefined || summaryFile === "")) {
    throw new UnusableInput(
      "--summary is for jobs of GitHub Actions: GITHUB_STEP_SUMMARY is not set here. Use --output <file> instead.",
    );
  }
  const document = readDocument(decode(await read(file, input)));
  const found =
    document.kind === "preview" ? reportPreview(document, requestsPerSecond) : reportState(document);
  const text = format === "json" ? toJson(found) : toMarkdown(found);
  if (output === undefined) {
    print(text);
  } else {
    await writing(output, writeFile(output, text));
  }
  if (summary === true && summaryFile !== undefined) {
    await writing(summaryFile, appendFile(summaryFile, `${toMarkdown(found)}\n`));
  }
  return failOnProblems === true && found.kind === "preview" && hasProblems(found) ? 1 : 0;
}

async function read(file: string | undefined, input: ReportStreams["input"]): Promise<Buffer> {
  if (file !== undefined && file !== "-") {
    return readFile(file).catch((error: unknown) => {
      throw new UnusableInput(`The file "${file}" cannot be read (${codeOf(error)}).`);
    });
  }
  if (input.isTTY === true) {
    throw new UnusableInput(
      "There is nothing to report on: name a file, or pipe into this, as in `pulumi preview --json | npx pulumi-pingone-password report`.",
    );
  }
  const chunks: Buffer[] = [];
  for await (const chunk of input) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}

/** PowerShell redirects in UTF-16, and some editors put a mark before UTF-8. */
function decode(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

function toMarkdown(found: PreviewReport | StateReport): string {
  return found.kind === "preview" ? previewMarkdown(found) : stateMarkdown(found);
}

/** A runner takes `##[` anywhere in a line of its log for a command. */
function toJson(found: PreviewReport | StateReport): string {
  return `${JSON.stringify(found, undefined, 2).replaceAll("##[", "#\\u0023[")}\n`;
}

async function writing(file: string, write: Promise<void>): Promise<void> {
  await write.catch((error: unknown) => {
    throw new UnusableInput(`The report cannot be written to "${file}" (${codeOf(error)}).`);
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : "unknown error";
}
