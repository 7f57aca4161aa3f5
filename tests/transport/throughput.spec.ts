import { expect } from "chai";
import { PingOneApiError } from "../../provider/errors";
import { createLimiter } from "../../provider/transport/limiter";
import { defaultRetryPolicy } from "../../provider/transport/retry";
import { createFakeTime } from "./fake-time";

/** How a tenant counts: says whether it takes a request at a time in milliseconds. */
type Tenant = (time: number) => boolean;

/** Holds a second's worth, and fills up evenly. */
function bucket(perSecond: number): Tenant {
  let tokens = perSecond;
  let last = 0;
  return (time) => {
    tokens = Math.min(perSecond, tokens + ((time - last) / 1000) * perSecond);
    last = time;
    const isTaken = tokens >= 1;
    tokens -= isTaken ? 1 : 0;
    return isTaken;
  };
}

/** So many in each second of the clock. */
function fixedWindow(perSecond: number): Tenant {
  const counts = new Map<number, number>();
  return (time) => {
    const second = Math.floor(time / 1000);
    const count = counts.get(second) ?? 0;
    counts.set(second, count + 1);
    return count < perSecond;
  };
}

/** Seconds by the clock in which so many calls get through, and how many requests were refused. */
async function seed(count: number, tenant: Tenant, requestsPerSecond: number | undefined) {
  const time = createFakeTime();
  const options = { maxConcurrency: 16, requestsPerSecond, retry: defaultRetryPolicy };
  const limiter = createLimiter({ ...options, now: time.now, sleep: time.sleep });
  let refused = 0;
  const exchange = limiter.pace(async () => {
    await time.sleep(5);
    const isTaken = tenant(time.now());
    refused += isTaken ? 0 : 1;
    return { status: isTaken ? 200 : 429, text: "", header: () => (isTaken ? null : "1"), cookies: [] };
  });
  const request = { operation: "readUser", method: "GET", url: "", headers: {}, changes: false };
  const call = async () => {
    while ((await limiter.place(() => exchange(request))).status === 429) {
      const error = new PingOneApiError("", {
        operation: "readUser",
        status: 429,
        code: "",
        details: [],
        retryAfter: 1,
      });
      expect(limiter.waitsFor(error)).to.equal(true);
    }
  };
  const all = Promise.all(Array.from({ length: count }, call));
  await time.run();
  await all;
  return { seconds: time.now() / 1000, refused };
}

describe("the limiter, against a tenant that takes 50 requests a second", () => {
  const limits: readonly (readonly [limit: string, tenant: () => Tenant, least: number])[] = [
    ["a bucket", () => bucket(50), 0.9],
    // A pause that begins in one second of the clock costs part of the next.
    ["a count for each second of the clock", () => fixedWindow(50), 0.8],
  ];
  for (const [limit, tenant, least] of limits) {
    for (const requestsPerSecond of [undefined, 200, 100, 60]) {
      it(`uses ${least * 100} % of ${limit} when it may send ${requestsPerSecond ?? "any number"}, and few are refused`, async () => {
        const { seconds, refused } = await seed(1000, tenant(), requestsPerSecond);
        expect(1000 / 50 / seconds).to.be.greaterThan(least);
        expect(refused).to.be.lessThan(100);
      });
    }
  }
});
