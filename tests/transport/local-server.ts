import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server of a test's own, for answers that PingOne would never give. */
export type LocalServer = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly port: number;
  /** What it was asked, the oldest first. */
  readonly requests: readonly IncomingMessage[];
  close(): Promise<void>;
};

/** Starts a server on loopback that answers with `listener`. */
export async function startLocalServer(listener: RequestListener): Promise<LocalServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, reply) => {
    requests.push(request);
    listener(request, reply);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    close: () => {
      server.closeAllConnections();
      return stop(server);
    },
  };
}

/** Starts any server on loopback and answers its port. One that a failed test leaves open keeps no process alive. */
export async function listen(
  server: Pick<Server, "listen" | "on" | "once" | "address" | "unref">,
): Promise<number> {
  server.unref();
  server.on("connection", (socket) => {
    socket.unref();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Stops a server once its connections are gone. */
export async function stop(server: Pick<Server, "close">): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

/** A port of loopback at which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = await startLocalServer(() => undefined);
  await server.close();
  return server.port;
}
