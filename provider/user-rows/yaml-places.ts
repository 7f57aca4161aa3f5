import { isMap, isScalar, type Node, type YAMLMap } from "yaml";
import type { Position } from "./problem";
import { describeRepeated } from "./columns";
import { isNothing } from "./yaml-nothing";
import type { YamlReading } from "./yaml-reading";

/** Where the values of a row's own columns begin, those of `name` as `name.given` and `name.family`. A name given twice is a problem. */
export function placesIn(map: YAMLMap<Node, Node | null>, reading: YamlReading): Map<string, Position> {
  const places = new Map<string, Position>();
  collect(map, "", places, reading);
  return places;
}

function collect(
  map: YAMLMap<Node, Node | null>,
  prefix: string,
  places: Map<string, Position>,
  reading: YamlReading,
): void {
  for (const { key, value } of map.items) {
    // Anything else is a merge, or a name that no column has.
    if (!isScalar(key) || typeof key.value !== "string") {
      continue;
    }
    const name = `${prefix}${key.value}`;
    if (places.has(name)) {
      reading.problems.push({ ...reading.at(startOf(key)), reason: describeRepeated(name) });
    }
    // Nothing begins nowhere.
    const isThere = value !== null && !(isScalar(value) && isNothing(value.value));
    places.set(name, reading.at(startOf(isThere ? value : key)));
    if (name === "name" && isMap<Node, Node | null>(value)) {
      collect(value, "name.", places, reading);
    }
  }
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
