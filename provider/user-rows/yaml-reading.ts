import type { Document } from "yaml";
import type { Position, Problem } from "./problem";
import type { ReadOptions } from "./raw-row";

/** A YAML text that is being read. */
export type YamlReading = {
  readonly document: Document;
  /** Line and column of an offset in the text. */
  readonly at: (offset: number) => Position;
  readonly options: ReadOptions;
  /** Those found are added. */
  readonly problems: Problem[];
};
