import { createServer, type Server } from "node:net";

/** What stands in for `pulumi-pingone-password mask`. */
export type Listener = { readonly received: string[]; close(): void };

/**
 * Listens where values are sent to be masked, and keeps what it is sent.
 * @param answer what it sends back, by default what the command does; undefined: it hangs up
 */
export async function listenForMasks(
  address: string,
  answer: () => string | undefined = () => "masked\n",
): Promise<Listener> {
  const received: string[] = [];
  const server: Server = createServer((socket) => {
    socket.setEncoding("utf8").on("data", (text: string) => {
      received.push(text);
      const reply = answer();
      if (reply === undefined) {
        socket.end();
      } else {
        socket.write(reply);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(address, resolve));
  return { received, close: () => void server.close() };
}
