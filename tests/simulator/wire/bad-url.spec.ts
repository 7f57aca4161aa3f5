import { expect } from "chai";
import { send, textAt, useBench } from "../bench";

describe("a URL that cannot be decoded", () => {
  const bench = useBench();

  it("is refused in PingOne's form", async () => {
    const { status, body, headers } = await send(`${bench.simulator.url}/v1/environments/%ff/users`, {});
    expect(status).to.equal(400);
    expect(textAt(body, "code")).to.equal("INVALID_REQUEST");
    expect(headers.get("correlation-id")).to.equal(textAt(body, "id"));
  });
});
