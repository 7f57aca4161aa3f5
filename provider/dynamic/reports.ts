import type { Report } from "../lifecycle";
import type { EngineLog, Severity } from "./engine-log";

/** The messages of one call, and the way to wait until they are out. */
export type CallReport = Report & { flush(): Promise<void> };

/** Speaks to the user, the same text once per resource and run: check and diff are called more than once. */
export function createReports(log: EngineLog): (resource: string, urn: string | undefined) => CallReport {
  const said = new Set<string>();
  const isNews = (resource: string, urn: string | undefined, message: string) => {
    const anywhere = JSON.stringify([resource, message]);
    const here = JSON.stringify([resource, urn ?? "", message]);
    // A refresh knows no URN: what it said of a resource is not said again on its line, nor the other way round.
    const isOld =
      said.has(here) ||
      (urn === undefined ? said.has(anywhere) : said.has(JSON.stringify([resource, "", message])));
    said.add(anywhere).add(here);
    return !isOld;
  };
  return (resource, urn) => {
    const pending: Promise<void>[] = [];
    const say = (severity: Severity, message: string) => {
      if (isNews(resource, urn, message)) {
        pending.push(log(severity, urn === undefined ? `${resource}: ${message}` : message, urn));
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
      progress: (message) => {
        pending.push(log("info", urn === undefined ? `${resource}: ${message}` : message, urn, true));
      },
      flush: async () => {
        await Promise.all(pending);
      },
    };
  };
}
