import { expect } from "chai";
import { useBench } from "./bench";

describe("dispatch", () => {
  const bench = useBench();

  it("answers 415 for a media type no operation of the path has", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password: "x" });
    const types = ["application/json", "application/vnd.pingidentity.password.set", "text/plain", "nonsense"];
    for (const type of types) {
      for (const method of ["PUT", "POST"]) {
        const { status, body } = await bench.call(method, `/users/${userId}/password`, { type, body: "{}" });
        expect(status).to.equal(415);
        expect(body).to.include({ code: "INVALID_REQUEST" });
      }
    }
  });

  it("answers 415 without a media type", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password: "x" });
    expect((await bench.call("POST", `/users/${userId}/password`)).status).to.equal(415);
  });

  it("does not take a type for the other method", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password: "x" });
    expect((await bench.password(userId, "POST", "set+json", { value: "y" })).status).to.equal(415);
    expect((await bench.password(userId, "PUT", "unlock+json")).status).to.equal(415);
  });

  it("answers 400 for a body that is not JSON, also where none is needed", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password: "x" });
    for (const [method, type] of [
      ["PUT", "set+json"],
      ["POST", "unlock"],
    ] as const) {
      const { status, body } = await bench.password(userId, method, type, "{");
      expect(status).to.equal(400);
      expect(body).to.include({ code: "INVALID_REQUEST" });
    }
  });
});
