import { expect } from "chai";
import { createAgents } from "../../provider/transport/agents";
import { createExchange, type HttpRequest } from "../../provider/transport/exchange";
import { type LocalServer, startLocalServer } from "./local-server";

describe("createExchange", () => {
  const exchange = createExchange(createAgents(), 5000);
  let server: LocalServer;
  let setCookie: string[];
  beforeEach(async () => {
    setCookie = [];
    server = await startLocalServer((_request, reply) => {
      if (setCookie.length > 0) {
        reply.setHeader("set-cookie", setCookie);
      }
      reply.setHeader("x-one", "1").end("{}");
    });
  });
  afterEach(() => server.close());

  const send = (request: Partial<HttpRequest> = {}) =>
    exchange({
      operation: "startFlow",
      method: "GET",
      url: server.url,
      headers: {},
      changes: false,
      ...request,
    });

  it("answers status, text and headers", async () => {
    const response = await send();
    expect(response).to.include({ status: 200, text: "{}" });
    expect([response.header("x-one"), response.header("X-One"), response.header("x-two")]).to.deep.equal([
      "1",
      "1",
      null,
    ]);
  });

  it("answers no cookies where none are set", async () => {
    expect((await send()).cookies).to.deep.equal([]);
  });

  it("answers each cookie as it was set, commas included", async () => {
    setCookie = ["ST=1; Path=/e; Expires=Sat, 21 Nov 2026 09:00:00 GMT", "other=2; Secure"];
    expect((await send()).cookies).to.deep.equal(setCookie);
  });

  it("keeps no cookie for the next request", async () => {
    setCookie = ["ST=1; Path=/"];
    await send();
    await send();
    expect(server.requests.map(({ headers }) => headers.cookie)).to.deep.equal([undefined, undefined]);
  });
});
