const REPORTED = "[pulumi-pingone-password: reported]";

/** Marks an error that says all there is to say in its message, which the engine shows on the resource's line. */
export function markReported(error: Error): Error {
  return Object.assign(error, { stack: "", toString: () => REPORTED });
}

/**
 * Keeps marked errors from being printed a second time. The engine's host for dynamic providers writes every error of check, diff,
 * read and delete to the console, with its stack, and that lands on the stack's line.
 */
export function quietReportedErrors(target: Pick<Console, "error"> = console): void {
  const print = target.error.bind(target);
  target.error = (...args: unknown[]) => {
    if (args[0] !== `${REPORTED}: `) {
      print(...args);
    }
  };
}
