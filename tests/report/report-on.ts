import {
  type PreviewReport,
  readDocument,
  reportPreview,
  reportState,
  type StateReport,
} from "../../provider/report";
import type { Change } from "../../provider/report/changes";
import { previewJson } from "./documents";

type Props = Readonly<Record<string, unknown>>;

/** The report on a preview as text. */
export function reportOnPreview(text: string, requestsPerSecond?: number): PreviewReport {
  const document = readDocument(text);
  if (document.kind !== "preview") {
    throw new Error("this is no preview");
  }
  return reportPreview(document, requestsPerSecond);
}

/** The report on a state as text. */
export function reportOnState(text: string): StateReport {
  const document = readDocument(text);
  if (document.kind !== "state") {
    throw new Error("this is no state");
  }
  return reportState(document);
}

/** What one step does, when these messages come with it. */
export function changeBy(one: Props, ...messages: Props[]): Change {
  const [change, ...more] = reportOnPreview(previewJson([one], messages)).changes;
  if (change === undefined || more.length > 0) {
    throw new Error(`${more.length + 1} changes`);
  }
  return change;
}
