import type { FastifyInstance } from "fastify";
import type { ServerContext } from "../answer-request";
import { InvalidDataError, InvalidRequestError, invalidValue } from "../errors";
import { sendResponse } from "../send-response";
import { parseJson } from "../wire/json-body";
import { SnapshotError } from "./snapshot-error";

/** Bytes: a snapshot of a hundred thousand users. */
const LARGEST_SNAPSHOT = 512 * 1024 * 1024;

/**
 * Adds the paths that take the state down, put it back and begin it afresh, and makes what any of the simulator's own paths
 * changes outlast a restart.
 */
export function addSnapshotRoutes(app: FastifyInstance, { simulation }: ServerContext): void {
  app.addHook("onResponse", ({ method }, _reply, done) => {
    if (method !== "GET") simulation.noteChange();
    done();
  });
  app.post("/simulator/snapshot", (_request, reply) => {
    // A text already: it may be large.
    return reply.code(200).header("content-type", "application/json").send(simulation.serialize());
  });
  app.post("/simulator/restore", { bodyLimit: LARGEST_SNAPSHOT }, (request, reply) => {
    restore((value) => {
      simulation.restore(value);
    }, request.body);
    return sendResponse(reply, { status: 204 });
  });
  app.post("/simulator/reset", (_request, reply) => {
    simulation.reset();
    return sendResponse(reply, { status: 204 });
  });
}

/** @throws InvalidRequestError for what is no JSON, InvalidDataError that names what is wrong with the snapshot */
function restore(use: (value: unknown) => void, text: unknown): void {
  const value = parseJson(typeof text === "string" ? text : "");
  if (value === undefined) {
    throw new InvalidRequestError({ code: "INVALID_VALUE", message: "The request body must be a snapshot" });
  }
  try {
    use(value);
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    throw new InvalidDataError(invalidValue("snapshot", error.message));
  }
}
