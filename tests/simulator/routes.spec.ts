import { expect } from "chai";
import { operations } from "../../simulator/operations";
import { routes } from "../../simulator/routes";

describe("routes", () => {
  it("gives every operation exactly one row", () => {
    const routed = routes.map(({ operation }) => operation).sort();
    expect(routed).to.deep.equal(Object.keys(operations).sort());
  });

  it("selects each operation unambiguously", () => {
    const keys = routes.flatMap(({ method, path, mediaTypes = ["any"] }) =>
      mediaTypes.map((type) => `${method} ${path} ${type}`),
    );
    expect(new Set(keys).size).to.equal(keys.length);
  });
});
