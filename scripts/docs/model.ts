/** What a doc comment says. */
export type Comment = {
  /** The text without its tags and without the link at its end. */
  readonly text: string;
  /** The vendor's page that the text ends with. */
  readonly link: string | undefined;
  readonly example: string | undefined;
  readonly byDefault: string | undefined;
  readonly failures: readonly string[];
};

/** An input, an output or a field. */
export type Property = {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly comment: Comment;
  /** Names of the types in its type. */
  readonly mentions: readonly string[];
};

/** A type that pages mention by name. */
export type NamedType = {
  readonly name: string;
  readonly comment: Comment;
  /** The type itself, where it has no properties of its own. */
  readonly text: string;
  readonly properties: readonly Property[];
  /** Names of the types in its text. */
  readonly mentions: readonly string[];
};

/** A class that a program declares. */
export type ResourceClass = {
  readonly name: string;
  readonly comment: Comment;
  readonly args: NamedType;
  readonly outputs: readonly Property[];
  /** Static ones, written as they are called. */
  readonly methods: readonly Property[];
};

/** A function that a program or a script calls. */
export type PublicFunction = {
  readonly name: string;
  readonly signature: string;
  readonly comment: Comment;
  /** Names of the types in its signature. */
  readonly mentions: readonly string[];
};

/** Everything that one entry point exports. */
export type EntryPoint = {
  readonly resources: readonly ResourceClass[];
  readonly functions: readonly PublicFunction[];
  /** Classes of errors that it throws, the base first. */
  readonly errors: readonly NamedType[];
  /** What it exports as a type, and what those mention. */
  readonly types: ReadonlyMap<string, NamedType>;
};
