import { appendNewest } from "./append-newest";
import type { FaultName } from "./faults/faults";
import type { OperationName } from "./operations";
import { isObject } from "./wire/json-body";

/** One request, as it came in and as it was answered. */
export type LedgerEntry = {
  /** When it came in, by the simulated clock. */
  readonly at: Date;
  /** Undefined when path and media type select no operation. */
  readonly operation: OperationName | undefined;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** Every Content-Type header, in the order sent, without parameters. */
  readonly contentTypes: readonly string[];
  /** The type that selected the operation; empty when none was sent. */
  readonly mediaType: string;
  /** Parsed, secrets included; the text itself when it could not be parsed. */
  readonly body: unknown;
  readonly hasAuthorization: boolean;
  /** Undefined when nothing was answered. */
  readonly status: number | undefined;
  /** Milliseconds of work in real time until the answer was ready, the latency not among them; undefined where no operation is selected by the path. */
  readonly ms: number | undefined;
  /** What went wrong on demand. */
  readonly fault: FaultName | undefined;
  /** Whether the operation ran and was not refused, whatever the client got to know; false for every GET. */
  readonly changeMade: boolean;
  /** Whether the client got no answer or, with `half-body` and a `slow-body` it did not wait for, a part of one. */
  readonly answerLost: boolean;
  readonly correlationId: string;
};

/** The requests seen so far; requests of the simulator's own paths are not among them. */
export type Ledger = {
  /** The newest ones, at least 100,000, the oldest of them first. */
  readonly entries: readonly LedgerEntry[];
  /** How many there were, those that are forgotten included. */
  readonly total: number;
  clear(): void;
};

export type WritableLedger = Ledger & { record(entry: LedgerEntry): void };

export function createLedger(): WritableLedger {
  const entries: LedgerEntry[] = [];
  let total = 0;
  return {
    entries,
    get total() {
      return total;
    },
    clear: () => {
      entries.length = 0;
      total = 0;
    },
    record: (entry) => {
      appendNewest(entries, entry);
      total += 1;
    },
  };
}

const SECRET_FIELDS = new Set([
  "value",
  "password",
  "newPassword",
  "currentPassword",
  "recoveryCode",
  "code",
  "code_verifier",
  "client_secret",
  "client_assertion",
]);

/** The entry without anything secret in it: fit to be shown. A body that could not be parsed is left out. */
export function redactEntry(entry: LedgerEntry): LedgerEntry {
  return {
    ...entry,
    path: redactQuery(entry.path),
    body: typeof entry.body === "string" ? "[unreadable]" : redact(entry.body),
  };
}

/** A secret has no business in a query, and is put there all the same. */
function redactQuery(path: string): string {
  const start = path.indexOf("?");
  if (start < 0) return path;
  const query = path.slice(start + 1).split("&");
  return `${path.slice(0, start)}?${query.map(redactParameter).join("&")}`;
}

function redactParameter(text: string): string {
  const [[name] = [""]] = new URLSearchParams(text);
  return SECRET_FIELDS.has(name) ? `${name}=[redacted]` : text;
}

/** Beyond this no body of the API nests; deeper ones would exhaust the stack when they are shown. */
const DEEPEST = 32;

function redact(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth === DEEPEST) return "[too deep]";
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([field, item]) => {
      // The one object under such a name is a user's password, whose own fields are looked at.
      const isHidden = SECRET_FIELDS.has(field) && (!isObject(item) || field !== "password");
      return [field, isHidden ? "[redacted]" : redact(item, depth + 1)];
    }),
  );
}
