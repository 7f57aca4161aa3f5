import type { FastifyReply } from "fastify";
import type { Answer } from "./answer";

/** Sends what a handler answered, or something in its place. */
export function sendResponse(reply: FastifyReply, answer: Answer): FastifyReply {
  return setHead(reply, answer).send(textOf(answer));
}

/** Sets status and headers, and sends nothing yet. */
export function setHead(reply: FastifyReply, { status, headers = {}, body }: Answer): FastifyReply {
  reply.code(status).headers(headers);
  return typeof body === "object" ? reply.header("content-type", "application/json") : reply;
}

/** The body as it is sent; undefined when there is none. */
export function textOf({ body }: Answer): string | undefined {
  return typeof body === "object" ? JSON.stringify(body) : body;
}
