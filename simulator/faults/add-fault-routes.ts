import type { FastifyInstance } from "fastify";
import { InvalidDataError, invalidValue } from "../errors";
import { sendResponse } from "../send-response";
import { parseJson, requireObject } from "../wire/json-body";
import { checkFaultRule } from "./check-fault-rule";
import type { FaultRule } from "./fault-rule";
import { FaultRuleError } from "./fault-rule-error";
import type { FaultControl } from "./faults";

const PATH = "/simulator/faults";

/** Adds the paths that list, add and end the rules of what goes wrong. */
export function addFaultRoutes(app: FastifyInstance, faults: FaultControl): void {
  const list = () => ({ faults: faults.list() });
  app.get(PATH, (_request, reply) => sendResponse(reply, { status: 200, body: list() }));
  app.post(PATH, (request, reply) => {
    faults.add(readRule(request.body));
    return sendResponse(reply, { status: 201, body: list() });
  });
  app.delete(PATH, (_request, reply) => {
    faults.clear();
    return sendResponse(reply, { status: 204 });
  });
}

/** @throws InvalidRequestError, or InvalidDataError with a detail for every problem */
function readRule(text: unknown): FaultRule {
  const rule = requireObject(parseJson(typeof text === "string" ? text : ""));
  try {
    checkFaultRule(rule);
    return rule;
  } catch (error) {
    if (!(error instanceof FaultRuleError)) throw error;
    throw new InvalidDataError(...error.problems.map(({ target, message }) => invalidValue(target, message)));
  }
}
