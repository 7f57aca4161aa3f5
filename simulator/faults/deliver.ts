import { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import type { FastifyReply } from "fastify";
import { sendResponse, setHead, textOf } from "../send-response";
import type { Answer } from "../answer";
import type { Delivery } from "./fault-effect";

/** How many pieces a slow body comes in. */
const PIECES = 10;

/** Sends an answer the way a fault wants it. @param onLost called when the client does not wait for the end of it */
export function deliver(reply: FastifyReply, delivery: Delivery, onLost: () => void): FastifyReply {
  switch (delivery.way) {
    case "whole":
      return sendResponse(reply, delivery.answer);
    case "slow":
      return sendSlowly(reply, delivery.answer, delivery.chunkMs, onLost);
    case "half":
      return sendHalf(reply, delivery.answer);
    case "reset":
      reply.hijack();
      reply.raw.socket?.resetAndDestroy();
      return reply;
    case "silence":
      return reply.hijack();
  }
}

function sendSlowly(reply: FastifyReply, answer: Answer, chunkMs: number, onLost: () => void): FastifyReply {
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) onLost();
  });
  const body = Buffer.from(textOf(answer) ?? "");
  setHead(reply, answer);
  if (body.length > 0) reply.header("Content-Length", body.length);
  return reply.send(body.length > 0 ? Readable.from(inPieces(body, chunkMs)) : undefined);
}

/** Promises the whole body, sends half of it and closes; an answer without a body ends in its first line. */
function sendHalf(reply: FastifyReply, answer: Answer): FastifyReply {
  const body = Buffer.from(textOf(answer) ?? "");
  setHead(reply, answer).header("Content-Length", body.length).hijack();
  const { raw } = reply;
  if (body.length === 0) {
    raw.socket?.end("HTTP/1.1 ");
    return reply;
  }
  raw.statusCode = answer.status;
  for (const [name, value] of Object.entries(reply.getHeaders())) raw.setHeader(name, value ?? "");
  raw.write(body.subarray(0, Math.floor(body.length / 2)), () => raw.socket?.destroySoon());
  return reply;
}

async function* inPieces(body: Buffer, chunkMs: number): AsyncGenerator<Buffer> {
  const size = Math.ceil(body.length / PIECES);
  for (let start = 0; start < body.length; start += size) {
    // Whoever waits holds a connection: that keeps the process.
    if (start > 0) await delay(chunkMs, undefined, { ref: false });
    yield body.subarray(start, start + size);
  }
}
