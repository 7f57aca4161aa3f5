import { expect } from "chai";
import { operations } from "../../simulator/operations";
import { routes } from "../../simulator/routes";

describe("routes", () => {
  it("gives every operation one row for each method", () => {
    const routed = new Set(routes.map(({ operation }) => operation));
    expect([...routed].sort()).to.deep.equal(Object.keys(operations).sort());
    const rows = new Set(routes.map(({ operation, method }) => `${operation} ${method}`));
    expect(rows.size).to.equal(routes.length);
  });

  it("selects each operation unambiguously", () => {
    const keys = routes.flatMap(({ method, path, mediaTypes = ["any"] }) =>
      mediaTypes.map((type) => `${method} ${path} ${type}`),
    );
    expect(new Set(keys).size).to.equal(keys.length);
  });

  it("lets all operations of a path be reached the same way", () => {
    for (const { method, path, access } of routes) {
      const others = routes.filter((other) => other.method === method && other.path === path);
      expect(others.map((other) => other.access)).to.deep.equal(others.map(() => access));
    }
  });
});
