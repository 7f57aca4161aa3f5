import type { Comment, NamedType, Property } from "./model";

/** Says on top of each page that nobody writes it. */
export const GENERATED =
  "<!-- Written by `npm run docs` from the doc comments of provider/: change them, not this page. -->";

/** The types that a page may have to explain, by name. */
export type Types = ReadonlyMap<string, NamedType>;

/** What is given may be left out, what is answered may be absent. */
type Kind = "input" | "output";

/** Properties as a list, inputs that are needed first: name, type, default, what it does. */
export function renderProperties(properties: readonly Property[], kind: Kind, types: Types): string {
  const rank = ({ optional }: Property) => (kind === "input" && optional ? 1 : 0);
  return [...properties]
    .sort((one, other) => rank(one) - rank(other))
    .map((property) => `- ${renderProperty(property, kind, types)}`)
    .join("\n");
}

function renderProperty({ name, type, optional, comment }: Property, kind: Kind, types: Types): string {
  const shown = type === "unknown" ? "any" : type;
  const notes = [
    `\`${isShort(types.get(shown)) ? shownText(types.get(shown)) : shown}\``,
    ...(kind === "input" && !optional ? ["**needed**"] : []),
    ...(kind === "output" && optional ? ["may be absent"] : []),
    ...(comment.byDefault === undefined ? [] : [`default ${renderDefault(comment.byDefault)}`]),
  ];
  return `\`${name}\` (${notes.join(", ")}): ${comment.text}`;
}

/** What a comment says, with its example and the vendor's page. */
export function renderComment({ text, link, example }: Comment): string[] {
  return [
    text,
    ...(link === undefined ? [] : [`[PingOne's documentation](${link})`]),
    ...(example === undefined ? [] : [`\`\`\`ts\n${example}\n\`\`\``]),
  ];
}

/** A section with the types that the parts of a page mention, and those that these mention. */
export function renderTypes(mentioned: readonly string[], types: Types): string[] {
  const found = new Map<string, NamedType>();
  const add = (name: string) => {
    const type = types.get(name);
    if (type === undefined || found.has(name) || HIDDEN.includes(name) || isShort(type)) return;
    found.set(name, type);
    type.mentions.forEach(add);
    type.properties.forEach(({ mentions }) => mentions.forEach(add));
  };
  mentioned.forEach(add);
  const sorted = [...found.values()].sort((one, other) => one.name.localeCompare(other.name));
  return sorted.length === 0 ? [] : ["## Types", ...sorted.flatMap((type) => renderType(type, types))];
}

/** They say how other types are made of each other, and nothing to a reader. */
export const HIDDEN: readonly string[] = [
  "Call",
  "ConnectionInputs",
  "InputArgs",
  "InputsOf",
  "Operation",
  "Operations",
  "RowOrigin",
];

function renderType(type: NamedType, types: Types): string[] {
  const { name, comment, properties } = type;
  return [
    `### ${name}`,
    ...renderComment(comment),
    properties.length === 0
      ? `\`${shownText(type)}\``
      : renderProperties(
          properties,
          /Args$|Options$|^Test|^Connection/.test(name) ? "input" : "output",
          types,
        ),
  ];
}

/** Whether a type is read more easily where it stands than by its name. */
function isShort(type: NamedType | undefined): boolean {
  return type?.properties.length === 0 && type.text.length <= 60;
}

function shownText(type: NamedType | undefined): string {
  return (type?.text ?? "").replace("string & {}", "string").replace("(string)", "string");
}

function renderDefault(text: string): string {
  return /^("\w+"|\d+|true|false)$/.test(text) ? `\`${text}\`` : text;
}
