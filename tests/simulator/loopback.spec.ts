import { expect } from "chai";
import { isLoopbackHost, isLoopbackUrl } from "../../simulator/loopback";

describe("isLoopbackHost", () => {
  it("knows this machine by its names", () => {
    for (const host of ["localhost", "localhost:80", "127.0.0.1:8480", "127.1.2.3", "[::1]:8480"]) {
      expect(isLoopbackHost(host), host).to.equal(true);
    }
  });

  it("refuses every other host, and none", () => {
    for (const host of ["example.com", "0.0.0.0", "128.0.0.1", "user@example.com", "", undefined]) {
      expect(isLoopbackHost(host), host).to.equal(false);
    }
  });
});

describe("isLoopbackUrl", () => {
  it("reads an Origin header", () => {
    expect(isLoopbackUrl("http://localhost:3000")).to.equal(true);
    expect(isLoopbackUrl("https://example.com")).to.equal(false);
    expect(isLoopbackUrl("null")).to.equal(false);
  });
});
