import type { Column } from "./columns";
import type { RowOrigin } from "./origin";
import type { Problem } from "./problem";

/** A row as its file has it: by column what is given there, an empty cell left out. */
export type RawRow = {
  readonly origin: RowOrigin;
  readonly cells: Readonly<Partial<Record<Column, unknown>>>;
};

/** What a file holds, as far as it could be read. */
export type RawRows = { readonly rows: readonly RawRow[]; readonly problems: readonly Problem[] };

/** How a file is to be read. */
export type ReadOptions = {
  /** Its path for messages. */
  readonly file: string;
  readonly allowPlaintext: boolean;
  /** Columns that are passed over. */
  readonly ignoreColumns: readonly string[];
};
