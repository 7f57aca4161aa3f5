import { expect } from "chai";
import { createLimiter } from "../../provider/transport/limiter";

describe("createLimiter", () => {
  it("runs no more tasks at once than there are places, and all of them in the end", async () => {
    const limit = createLimiter(3);
    let running = 0;
    let most = 0;
    const task = async (result: number) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return result;
    };
    const numbers = Array.from({ length: 10 }, (_, index) => index);
    const results = await Promise.all(numbers.map((number) => limit(() => task(number))));
    expect(results).to.deep.equal(numbers);
    expect(most).to.equal(3);
  });

  it("frees the place of a task that fails", async () => {
    const limit = createLimiter(1);
    const failed = limit(() => Promise.reject(new Error("refused"))).catch((error: unknown) => error);
    expect(await limit(() => Promise.resolve("next"))).to.equal("next");
    expect(await failed).to.be.instanceOf(Error);
  });
});
