import { isRecord } from "../transport";
import { plainMap } from "./plain";
import { UnusableInput } from "./unusable-input";
import { type Subject, subjectOf } from "./urn";

type Props = Readonly<Record<string, unknown>>;

/** One of this package's resources as the engine writes it. */
export type Held = {
  readonly id?: string | undefined;
  readonly inputs: Props;
  readonly outputs: Props;
  /** Names of the inputs that the program gave, those that reach no state as well. */
  readonly given: readonly string[];
  readonly isRetained: boolean;
};

/** What a preview does with one of this package's resources. */
export type Step = Subject & {
  readonly op: string;
  readonly old?: Held | undefined;
  readonly new?: Held | undefined;
};

/** Something that was said in a preview. */
export type Message = {
  /** Undefined for what the program or the engine says. */
  readonly subject?: Subject | undefined;
  readonly severity: string;
  readonly text: string;
};

/** What `pulumi preview --json` writes, of which nothing of others is kept. */
export type PreviewDocument = {
  readonly kind: "preview";
  readonly steps: readonly Step[];
  readonly messages: readonly Message[];
};

/** What `pulumi stack export` writes, of which nothing of others is kept. */
export type StateDocument = { readonly kind: "state"; readonly resources: readonly (Subject & Held)[] };

const WANTED = "Give what `pulumi preview --json` or `pulumi stack export` writes to its standard output.";

/**
 * Reads what Pulumi wrote.
 * @throws {UnusableInput} when it is empty, no JSON, or another JSON
 */
export function readDocument(text: string): PreviewDocument | StateDocument {
  const document = parse(text);
  if (isRecord(document)) {
    if (Array.isArray(document["steps"]) || "changeSummary" in document) {
      return previewOf(document);
    }
    if (isRecord(document["deployment"])) {
      return stateOf(document["deployment"]);
    }
  }
  throw new UnusableInput(`The input is JSON, but neither a preview nor the state of a stack. ${WANTED}`);
}

function parse(text: string): unknown {
  if (text.trim() === "") {
    throw new UnusableInput(
      "The input is empty, as it is when pulumi fails before its preview begins: see what it said on its standard error.",
    );
  }
  try {
    return JSON.parse(documentIn(text)) as unknown;
  } catch {
    // The parser's own message repeats the input, which may hold anything.
    throw new UnusableInput(
      /"(preludeEvent|resourcePreEvent|summaryEvent)"/.test(text)
        ? `The input is a stream of engine events, as \`pulumi up --json\` writes it. ${WANTED}`
        : `The input is not JSON. ${WANTED}`,
    );
  }
}

/** Policy packs and plugins print lines of their own around the document. */
function documentIn(text: string): string {
  return /^\{.*\}/ms.exec(text)?.[0] ?? text;
}

function previewOf({ steps, diagnostics }: Props): PreviewDocument {
  return {
    kind: "preview",
    steps: recordsIn(steps).flatMap(({ op, urn, oldState, newState }) => {
      const subject = subjectOf(urn);
      return subject === undefined || typeof op !== "string"
        ? []
        : [{ ...subject, op, old: heldOf(oldState), new: heldOf(newState) }];
    }),
    messages: recordsIn(diagnostics).map(({ urn, message, severity }) => ({
      subject: subjectOf(urn),
      severity: String(severity),
      text: String(message)
        .replace(/^(error|warning): /, "")
        .trim(),
    })),
  };
}

function stateOf({ resources }: Props): StateDocument {
  return {
    kind: "state",
    resources: recordsIn(resources).flatMap((resource) => {
      const subject = subjectOf(resource["urn"]);
      const held = heldOf(resource);
      // One that waits for its deletion is no longer the program's.
      return subject === undefined || held === undefined || resource["delete"] === true
        ? []
        : [{ ...subject, ...held }];
    }),
  };
}

function heldOf(state: unknown): Held | undefined {
  if (!isRecord(state)) {
    return undefined;
  }
  const { id, inputs, outputs, propertyDependencies, retainOnDelete } = state;
  return {
    id: typeof id === "string" ? id : undefined,
    inputs: plainMap(inputs),
    outputs: plainMap(outputs),
    given: Object.keys(plainMap(propertyDependencies)),
    isRetained: retainOnDelete === true,
  };
}

function recordsIn(list: unknown): readonly Props[] {
  return Array.isArray(list) ? list.filter((item) => isRecord(item)) : [];
}
