import { expect } from "chai";
import { read, stack } from "./reading";

describe("the stack's configuration of a bridged PingOne provider", () => {
  it("is read alike, with keys of its own beside ours", () => {
    const bridged = {
      ...stack,
      "pingone:serviceEndpoints": '[{"apiHostname":"api.example.com","authHostname":"auth.example.com"}]',
      "pingone:httpProxy": "http://proxy.example.com:3128",
      "pingone:appendUserAgent": "pipeline",
      "pingone:globalOptions": '[{"environment":[{"productionTypeForceDelete":true}]}]',
      "pingone:region": "Canada",
    };
    expect(read(bridged, {})).to.deep.equal(read(stack, {}));
  });
});
