import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What every request is answered with: enough for the loop to go on. */
const ANSWER = JSON.stringify({ id: "00000000-0000-4000-8000-000000000000", access_token: "none" });

const server = createServer((request, response) => {
  request.resume();
  request.once("end", () => {
    response.writeHead(200, { "content-type": "application/json" }).end(ANSWER);
  });
});

server.listen(0, "127.0.0.1", () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.once("disconnect", () => process.exit());
