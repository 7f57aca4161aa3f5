import { expect } from "chai";
import { explainNetworkFailure, isLasting } from "../../provider/transport/network-failure";

const origin = "https://api.pingone.eu";

describe("explainNetworkFailure", () => {
  const codes: readonly (readonly [code: string, unclear: boolean, advice: string])[] = [
    ["ECONNREFUSED", false, "nothing listens there"],
    ["ENOTFOUND", false, "HTTPS_PROXY"],
    ["EAI_AGAIN", false, "HTTPS_PROXY"],
    ["ENETUNREACH", false, "no route"],
    ["EHOSTUNREACH", false, "no route"],
    ["CERT_HAS_EXPIRED", false, "NODE_EXTRA_CA_CERTS"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", false, "NODE_EXTRA_CA_CERTS"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", false, "NODE_EXTRA_CA_CERTS"],
    ["EPROTO", false, "does not speak TLS"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", false, "does not speak TLS"],
    ["ERR_INVALID_URL", false, "HTTPS_PROXY has to be a URL"],
    ["ERR_INVALID_CHAR", false, "no credential may hold a line break"],
    ["ECONNRESET", true, "the connection broke"],
    ["EPIPE", true, "the connection broke"],
    ["ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC", true, "the connection broke"],
  ];
  for (const [code, unclear, advice] of codes) {
    it(`says what ${code} means and whether PingOne may have acted`, () => {
      const failure = explainNetworkFailure(code, origin);
      expect(failure.unclear).to.equal(unclear);
      expect(failure.explanation).to.contain(code).and.to.contain(advice);
    });
  }

  it("says to start the simulator where nothing listens on this machine, and there alone", () => {
    for (const local of ["http://127.0.0.1:8480", "http://localhost:8480", "http://[::1]:8480"]) {
      expect(explainNetworkFailure("ECONNREFUSED", local).explanation).to.contain("Start the simulator");
    }
    for (const other of [origin, "https://localhost.example.com", "https://127.0.0.1.example.com"]) {
      expect(explainNetworkFailure("ECONNREFUSED", other).explanation).to.contain("Check the region");
    }
  });

  it("takes a failure without a code for one that leaves it open", () => {
    expect(explainNetworkFailure(undefined, origin)).to.deep.include({ unclear: true });
  });
});

describe("isLasting", () => {
  for (const code of ["SELF_SIGNED_CERT_IN_CHAIN", "EPROTO", "ERR_INVALID_URL", "ERR_INVALID_CHAR"]) {
    it(`knows that ${code} does not pass by itself`, () => {
      expect(isLasting(code)).to.equal(true);
    });
  }

  for (const code of ["ECONNRESET", "ECONNREFUSED", "ENOTFOUND", ""]) {
    it(`knows that ${code || "a failure without a code"} may pass`, () => {
      expect(isLasting(code)).to.equal(false);
    });
  }
});
