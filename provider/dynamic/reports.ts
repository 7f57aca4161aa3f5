import type { Report } from "../lifecycle";
import type { EngineLog, Severity } from "./engine-log";

/** The messages of one call, and the way to wait until they are out. */
export type CallReport = Report & { flush(): Promise<void> };

/** Speaks to the user, the same text once per resource and run: check and diff are called more than once. */
export function createReports(log: EngineLog): (resource: string, urn: string | undefined) => CallReport {
  const said = new Set<string>();
  return (resource, urn) => {
    const pending: Promise<void>[] = [];
    const say = (severity: Severity, message: string) => {
      const text = urn === undefined ? `${resource}: ${message}` : message;
      const key = JSON.stringify([resource, urn, text]);
      if (!said.has(key)) {
        said.add(key);
        pending.push(log(severity, text, urn));
      }
    };
    return {
      resource: urn ?? resource,
      info: (message) => {
        say("info", message);
      },
      warn: (message) => {
        say("warning", message);
      },
      flush: async () => {
        await Promise.all(pending);
      },
    };
  };
}
