import { expect } from "chai";
import { markReported, quietReportedErrors } from "../../provider/dynamic/quiet-errors";

/** A console, and what it prints once marked errors are kept from it. */
function quietConsole() {
  const printed: unknown[][] = [];
  const target = {
    error: (...args: unknown[]) => {
      printed.push(args);
    },
  };
  quietReportedErrors(target);
  return { target, printed };
}

/** The text in which the engine's host for dynamic providers prints an error. */
function asHostPrints(error: Error): string {
  return `${String(error)}: ${error.stack ?? ""}`;
}

describe("quietReportedErrors", () => {
  it("keeps a marked error from the console", () => {
    const { target, printed } = quietConsole();
    target.error(asHostPrints(markReported(new Error("setPassword failed"))));
    expect(printed).to.deep.equal([]);
  });

  it("lets everything else through, all arguments of it", () => {
    const { target, printed } = quietConsole();
    const bug = asHostPrints(new RangeError("a bug"));
    target.error(bug);
    target.error("text", 5, undefined);
    target.error();
    expect(printed).to.deep.equal([[bug], ["text", 5, undefined], []]);
  });
});

describe("markReported", () => {
  it("leaves the message, which the engine shows", () => {
    const error = new Error("setPassword failed");
    expect(markReported(error)).to.equal(error).and.to.have.property("message", "setPassword failed");
  });
});
