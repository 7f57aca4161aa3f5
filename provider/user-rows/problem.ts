/** A place in a text. Both count from 1; a column is a character as editors and JavaScript count. */
export type Position = { readonly line: number; readonly column: number };

/** Something in a file that keeps it from being used. */
export type Problem = Position & {
  /** What is wrong and what to do; never the text of a password. */
  readonly reason: string;
};

/** Beyond so many the first ones are what has to be mended. */
const LISTED = 20;

/** Problems, each on its line, as far as a person reads on. */
export function listProblems(problems: readonly string[]): string {
  const more = problems.length - LISTED;
  return [...problems.slice(0, LISTED), ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
}
