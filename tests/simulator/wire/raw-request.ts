import { request } from "node:http";

export type RawReply = { readonly status: number; readonly body: string };

/**
 * Sends a request with exactly these headers, repeated names included; fetch would join them.
 * @throws what the connection throws, such as ECONNRESET
 */
export function sendRaw(
  url: string,
  method: string,
  headers: readonly (readonly [string, string])[],
  body = "",
): Promise<RawReply> {
  const { hostname, port, pathname, search, host } = new URL(url);
  const named = headers.some(([name]) => name.toLowerCase() === "host");
  const all = [
    ...(named ? [] : [["Host", host]]),
    ["Content-Length", String(Buffer.byteLength(body))],
    ...headers,
  ];
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { hostname, port, path: pathname + search, method, headers: all.flat() },
      (reply) => {
        reply.setEncoding("utf8");
        let text = "";
        reply.on("data", (chunk: string) => (text += chunk));
        reply.on("end", () => {
          resolve({ status: reply.statusCode ?? 0, body: text });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
