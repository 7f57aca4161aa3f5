import { answerFlow } from "../flows/answer-flow";
import { requireFlow } from "../flows/require-flow";
import type { Operation } from "../operation";

/** Answers where a sign-on is. */
export const readFlow: Operation = (context, request) =>
  answerFlow(context, request, requireFlow(context, request));
