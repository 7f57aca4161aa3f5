import { readFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import type { FastifyInstance, FastifyReply } from "fastify";
import { NotFoundError } from "../errors";

/** The kinds of files the page is made of. */
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
};

/** Nothing but its own files, none of it inline, no frame around it and no form that goes elsewhere; the icon is an empty one. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Adds the console's page and its files; they are read when they are asked for. */
export function addPageRoutes(scope: FastifyInstance): void {
  scope.get("/", (_request, reply) => sendFile(reply, "index.html"));
  scope.get<{ Params: { readonly file: string } }>("/simulator/console/:file", (request, reply) =>
    sendFile(reply, request.params.file),
  );
}

async function sendFile(reply: FastifyReply, name: string): Promise<FastifyReply> {
  const type = TYPES[extname(name)];
  if (type === undefined || !/^[a-z-]+\.[a-z]+$/.test(name)) throw new NotFoundError();
  const text = await readFile(join(pageFolder(), name)).catch(() => {
    throw new NotFoundError();
  });
  return reply.header("content-type", type).header("content-security-policy", POLICY).send(text);
}

/** The same folder for the sources and for what is built of them. */
function pageFolder(): string {
  return join(dirname(require.resolve("pingone-simulator/package.json")), "console", "page");
}
