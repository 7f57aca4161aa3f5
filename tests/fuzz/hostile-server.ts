import { type AddressInfo, createServer, type Socket } from "node:net";

/** What a server writes to a connection that has sent a request, and whether it then closes it. */
export type Answer = (socket: Socket) => void;

/** A server that answers bytes, whatever HTTP has to say about them. */
export type HostileServer = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Heads of the requests so far, the oldest first. */
  readonly heads: string[];
  /** Says how the next request is answered, by its head. */
  answerWith(choose: (head: string) => Answer): void;
  close(): Promise<void>;
};

/** Starts one on loopback. Each connection gets one answer. */
export async function startHostileServer(): Promise<HostileServer> {
  const heads: string[] = [];
  const open = new Set<Socket>();
  let choose: (head: string) => Answer = () => (socket) => socket.destroy();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => open.delete(socket));
    let received = "";
    let isAnswered = false;
    socket.on("data", (chunk: Buffer) => {
      received += chunk.toString("latin1");
      if (!isAnswered && isWhole(received)) {
        isAnswered = true;
        const [head = ""] = received.split("\r\n\r\n", 1);
        heads.push(head);
        choose(head)(socket);
      }
    });
  });
  server.unref();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heads,
    answerWith: (chosen) => {
      choose = chosen;
    },
    close: () => {
      open.forEach((socket) => socket.destroy());
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

/** An answer of given parts; the connection is closed behind it. */
export function reply(
  status: number | string,
  headers: readonly (readonly [string, string])[],
  body: Buffer | string,
): Answer {
  const bytes = Buffer.from(body);
  const all = [...headers, ["connection", "close"], ["content-length", String(bytes.length)]] as const;
  const head = [`HTTP/1.1 ${status} x`, ...all.map(([name, value]) => `${name}: ${value}`)].join("\r\n");
  return raw(Buffer.concat([Buffer.from(`${head}\r\n\r\n`, "latin1"), bytes]));
}

/** An answer of JSON. */
export function json(status: number, body: unknown): Answer {
  return reply(status, [["content-type", "application/json"]], JSON.stringify(body));
}

/** An answer of bytes. */
export function raw(bytes: Buffer | string): Answer {
  return (socket) => {
    socket.end(bytes);
  };
}

function isWhole(received: string): boolean {
  const end = received.indexOf("\r\n\r\n");
  const length = Number(/^content-length: (\d+)/im.exec(received.slice(0, end))?.[1] ?? 0);
  return end >= 0 && received.length >= end + 4 + length;
}
