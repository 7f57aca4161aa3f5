import type { EngineEvent } from "@pulumi/pulumi/automation";

/** Operations that change nothing. */
const READING = ["same", "read", "refresh"];

/** What an event of the engine is to the person who watches: a line, or nothing. */
export function describeEvent({ diagnosticEvent, resOutputsEvent }: EngineEvent): string | undefined {
  if (diagnosticEvent !== undefined) {
    const { message, urn, ephemeral } = diagnosticEvent;
    const severity: string = diagnosticEvent.severity;
    const text = message.replace(/<\{%.*?%\}>/g, "").trim(); // without the engine's marks for colours
    // The events have the severity "debug" too, which the types do not tell: these hold all inputs of a resource, secrets in plain.
    return severity === "debug" || ephemeral === true || text === ""
      ? undefined
      : `  ${severity}: ${urn === undefined ? "" : `${nameOf(urn)}: `}${text}`;
  }
  if (resOutputsEvent === undefined) {
    return undefined;
  }
  const { op, type, urn } = resOutputsEvent.metadata;
  return READING.includes(op) || type.startsWith("pulumi:")
    ? undefined
    : `  ${op} ${type.split(":").at(-1) ?? type} ${nameOf(urn)}`;
}

function nameOf(urn: string): string {
  return urn.split("::").at(-1) ?? urn;
}

/** How many there are of each text, such as `3 OK, 1 NO_PASSWORD`. */
export function describeCounts(texts: readonly string[]): string {
  return [...new Set(texts)]
    .map((text) => `${texts.filter((other) => other === text).length} ${text}`)
    .join(", ");
}
