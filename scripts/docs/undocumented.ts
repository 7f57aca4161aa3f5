import type { EntryPoint } from "./model";
import { HIDDEN } from "./render-parts";

/** What users see without a doc comment, as `<type>.<property>`. */
export function findUndocumented({ resources, functions, errors, types }: EntryPoint): string[] {
  const owned = [
    ...resources.flatMap(({ name, comment, outputs, methods }) => [
      { name, comment },
      ...[...outputs, ...methods].map((output) => ({ ...output, name: `${name}.${output.name}` })),
    ]),
    ...functions,
    ...[...errors, ...[...types.values()].filter(({ name }) => !HIDDEN.includes(name))].flatMap(
      ({ name, comment, properties }) => [
        { name, comment },
        ...properties.map((property) => ({ ...property, name: `${name}.${property.name}` })),
      ],
    ),
  ];
  return owned.filter(({ comment }) => comment.text === "").map(({ name }) => name);
}
