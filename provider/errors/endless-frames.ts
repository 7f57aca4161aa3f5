/**
 * Takes the stack frames out of an error, and of all errors in it, on which `util.inspect` with colors loops for ever: Node 20.19.6 to
 * 20.20, 22.20 to 22.23, 24.7 to 24.18, 25, and 26.0 to 26.4. Pulumi prints a program's errors with it, and its source maps make such
 * frames.
 */
export function removeEndlessFrames(error: Error, seen = new Set<Error>()): void {
  if (seen.has(error)) {
    return;
  }
  seen.add(error);
  try {
    cleanStack(error);
  } catch {
    // A frozen one stays as it is: another error in its place would hide what went wrong.
  }
  for (const inner of errorsIn(error)) {
    removeEndlessFrames(inner, seen);
  }
}

function cleanStack(error: Error): void {
  const stack: unknown = error.stack;
  if (typeof stack === "string" && stack.includes("node_modules")) {
    error.stack = stack
      .split("\n")
      .filter((line) => !isEndless(line))
      .join("\n");
  }
}

/** A file right below node_modules, or right below a scope in it: Node looks for the end of the package's name in vain. */
function isEndless(line: string): boolean {
  const [, separator = "", rest = ""] = /^ *at .*([/\\])node_modules[/\\](.*)$/.exec(line) ?? [];
  return separator !== "" && rest.split(separator).length <= (rest.startsWith("@") ? 2 : 1);
}

/** The cause, the errors of an AggregateError, and what else is printed with an error. */
function errorsIn(error: Error): Error[] {
  return Object.values(Object.getOwnPropertyDescriptors(error))
    .flatMap(({ value }: PropertyDescriptor): unknown[] => (Array.isArray(value) ? value : [value]))
    .filter((value) => value instanceof Error);
}
