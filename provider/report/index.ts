export { readDocument } from "./document";
export { previewMarkdown } from "./preview-markdown";
export { DOCUMENTED_RATE, hasProblems, type PreviewReport, reportPreview } from "./preview-report";
export { stateMarkdown } from "./state-markdown";
export { reportState, type StateReport } from "./state-report";
export { UnusableInput } from "./unusable-input";
