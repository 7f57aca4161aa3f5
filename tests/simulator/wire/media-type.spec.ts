import { expect } from "chai";
import { readContentTypes, selectMediaType } from "../../../simulator/wire/media-type";

describe("selectMediaType", () => {
  const vendor = "application/vnd.pingidentity.password.unlock+json";

  it("prefers the vendor type, wherever it stands", () => {
    expect(selectMediaType(["application/json", vendor])).to.equal(vendor);
    expect(selectMediaType([vendor, "application/json"])).to.equal(vendor);
  });

  it("takes the first without one, and nothing for nothing", () => {
    expect(selectMediaType(["application/json", "text/plain"])).to.equal("application/json");
    expect(selectMediaType([])).to.equal("");
  });

  it("reads every Content-Type header, without its parameters", () => {
    const headers = ["Host", "x", "content-type", "application/json; charset=utf-8", "Content-Type", vendor];
    expect(readContentTypes(headers)).to.deep.equal(["application/json", vendor]);
  });
});
