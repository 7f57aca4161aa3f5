import { expect } from "chai";
import { EXPLICIT_PROVIDER_KEY } from "../../provider/config";
import { env, read, refusal, stack } from "./reading";

describe("the stack's configuration of a bridged PingOne provider", () => {
  it("is read alike, with keys of its own beside ours", () => {
    const bridged = {
      ...stack,
      "pingone:httpProxy": "http://proxy.example.com:3128",
      "pingone:appendUserAgent": "pipeline",
      "pingone:globalOptions": '[{"environment":[{"productionTypeForceDelete":true}]}]',
      "pingone:region": "Canada",
    };
    expect(read(bridged, {})).to.deep.equal(read(stack, {}));
  });

  describe("that names hosts in pingone:serviceEndpoints", () => {
    const endpoints = {
      "pingone:serviceEndpoints":
        '[{"apiHostname":"api.gateway.example","authHostname":"auth.gateway.example"}]',
    };
    const hosts = { apiUrl: "https://api.gateway.example", authUrl: "https://auth.gateway.example" };

    it("goes to them, so that the client secret reaches no other", () => {
      expect(read({ ...stack, ...endpoints }, {})).to.include(hosts);
      const asMap = endpoints["pingone:serviceEndpoints"].slice(1, -1);
      expect(read({ ...stack, "pingone:serviceEndpoints": asMap }, {})).to.include(hosts);
    });

    it("goes to addresses of our own where they are given beside them", () => {
      const urls = { "pingone:apiUrl": "https://a.example", "pingone:authUrl": "https://b.example" };
      expect(read({ ...stack, ...endpoints, ...urls }, {})).to.include({
        apiUrl: "https://a.example",
        authUrl: "https://b.example",
      });
    });

    it("is not passed over by an environment's connection without addresses", () => {
      expect(refusal(endpoints, env)).to.equal(
        "pingone:serviceEndpoints is set in the stack's configuration, but the connection is taken whole from the environment, which has no " +
          "PINGONE_API_URL or PINGONE_AUTH_URL: the credentials would go to the region's public host. To use the hosts of the stack's " +
          "configuration: export PINGONE_API_URL=https://<its apiHostname>; export PINGONE_AUTH_URL=https://<its authHostname>. To use the " +
          "region's: pulumi config rm pingone:serviceEndpoints.",
      );
      const hostnames = {
        PINGONE_API_SERVICE_HOSTNAME: "api.gateway.example",
        PINGONE_AUTH_SERVICE_HOSTNAME: "auth.gateway.example",
      };
      expect(read(endpoints, { ...env, ...hostnames })).to.include(hosts);
    });

    it("may stand beside an environment's connection to the region's own hosts, or addresses of our own", () => {
      const own = {
        "pingone:serviceEndpoints": '[{"apiHostname":"api.pingone.eu","authHostname":"auth.pingone.eu"}]',
      };
      const region = { apiUrl: "https://api.pingone.eu", authUrl: "https://auth.pingone.eu" };
      expect(read(own, env)).to.include(region);
      const urls = { "pingone:apiUrl": "https://a.example", "pingone:authUrl": "https://b.example" };
      expect(read({ ...endpoints, ...urls }, env)).to.include(region);
      expect(read({ "pingone:serviceEndpoints": "{", ...urls }, env)).to.include(region);
    });

    it("is not repeated, whatever is in it", () => {
      const odd = { "pingone:serviceEndpoints": '[{"apiHostname":"https://me:hidden@api.gateway.example"}]' };
      for (const message of [refusal(odd, env), refusal({ ...stack, ...odd }, {})]) {
        expect(message).to.contain("pingone:serviceEndpoints").and.not.to.contain("hidden");
      }
    });

    it("does not concern an explicit provider", () => {
      const explicit = { [EXPLICIT_PROVIDER_KEY]: "true", ...stack, ...endpoints };
      expect(read(explicit, env)).to.include({ apiUrl: "https://api.pingone.ca" });
    });

    for (const text of ["api.gateway.example", "[", '[{"apiHostname":"https://api.gateway.example"}]']) {
      it(`is refused where no host can be made of it: ${text}`, () => {
        expect(refusal({ ...stack, "pingone:serviceEndpoints": text }, {})).to.match(
          /^pingone:serviceEndpoints in the stack's configuration is not (JSON|a host name)/,
        );
      });
    }
  });
});
