import { expect } from "chai";
import { textAt, useBench } from "../bench";
import type { Reply } from "../bench";

describe("authorize", () => {
  const bench = useBench();
  const token = (reply: Reply) => textAt(reply.body, "access_token");

  const noAccess = "The request could not be completed. You do not have access to this resource.";
  const expectInvalidToken = ({ status, body }: Reply) => {
    expect(status).to.equal(401);
    expect(body).to.deep.include({
      code: "ACCESS_FAILED",
      message: noAccess,
      details: [
        {
          code: "INVALID_TOKEN",
          target: "Authentication Credentials",
          message: "The authorization token is either missing or invalid, or it has expired.",
        },
      ],
    });
  };

  it("answers the recorded 401 for a token nobody issued", async () => {
    expectInvalidToken(await bench.call("GET", "/users", { token: "made-up" }));
  });

  it("answers the same without a token", async () => {
    expectInvalidToken(await bench.call("GET", "/users", { headers: { authorization: "" } }));
    expectInvalidToken(await bench.call("GET", "/users", { headers: { authorization: "Basic YTpi" } }));
  });

  it("lets a token pass for an hour of simulated time", async () => {
    const issued = token(await bench.requestToken());
    bench.simulator.advance(3_599_000);
    expect((await bench.call("GET", "/users", { token: issued })).status).to.equal(200);
    bench.simulator.advance(2000);
    expectInvalidToken(await bench.call("GET", "/users", { token: issued }));
  });

  it("refuses every token issued before expireTokens", async () => {
    const before = token(await bench.requestToken());
    bench.simulator.expireTokens();
    const after = token(await bench.requestToken());
    expectInvalidToken(await bench.call("GET", "/users", { token: before }));
    expect((await bench.call("GET", "/users", { token: after })).status).to.equal(200);
  });

  it("looks at the token before the media type and the body", async () => {
    expectInvalidToken(await bench.call("POST", "/users", { token: "x", type: "text/plain", body: "{" }));
  });

  for (const roles of [[], [{ name: "Client Application Developer" }]]) {
    it(`answers the recorded 403 for a worker with the roles ${JSON.stringify(roles)}`, async () => {
      const worker = bench.simulator.createWorker({ roles });
      const reply = await bench.call("GET", "/users", { token: token(await bench.requestToken(worker)) });
      expect(reply.status).to.equal(403);
      expect(reply.body).to.deep.include({
        code: "ACCESS_FAILED",
        message: noAccess,
        details: [
          {
            code: "INSUFFICIENT_PERMISSIONS",
            message: "The actor attempting to perform the request is not authorized.",
          },
        ],
      });
    });
  }

  it("lets a worker with a limited role into its environments only", async () => {
    const { simulator } = bench;
    const environmentId = simulator.createEnvironment();
    const roles = [{ name: "Identity Data Admin", environmentIds: [environmentId] }];
    const worker = simulator.createWorker({ roles });
    const limited = token(await bench.requestToken(worker));
    expect((await bench.call("GET", "/users", { token: limited, environmentId })).status).to.equal(200);
    expect((await bench.call("GET", "/users", { token: limited })).status).to.equal(403);
  });

  it("keeps the users of two environments apart", async () => {
    const environmentId = bench.simulator.createEnvironment({ users: [{ username: "alice" }] });
    const own = bench.simulator.createUser({ username: "alice" });
    expect((await bench.call("GET", `/users/${own}`)).status).to.equal(200);
    expect((await bench.call("GET", `/users/${own}`, { environmentId })).status).to.equal(404);
  });

  it("answers 404 for an environment that does not exist", async () => {
    const environmentId = "00000000-0000-4000-8000-000000000000";
    expect((await bench.call("GET", "/users", { environmentId })).status).to.equal(404);
  });
});
