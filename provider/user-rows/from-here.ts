import { relative, sep } from "node:path";

/** A path from the current directory: it lands in states and logs, which have to be the same on every machine. */
export function fromHere(path: string): string {
  return relative(process.cwd(), path).split(sep).join("/");
}
