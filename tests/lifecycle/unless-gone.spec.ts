import { expect } from "chai";
import { PingOneApiError } from "../../provider/errors";
import { unlessGone } from "../../provider/lifecycle/unless-gone";
import { refusalOf } from "../errors/refusal-of";

const refused = (status: number, code: string): Promise<string> =>
  Promise.reject(new PingOneApiError("no", { operation: "readUser", status, code, details: [] }));

describe("unlessGone", () => {
  it("is the answer", async () => {
    expect(await unlessGone(Promise.resolve("answer"))).to.equal("answer");
  });

  it("is undefined when PingOne knows no such thing", async () => {
    const found: unknown = await unlessGone(refused(404, "NOT_FOUND"));
    expect(found).to.equal(undefined);
  });

  it("does not take a 404 of somebody else's for gone: a wrong address would empty the state", async () => {
    expect((await refusalOf(PingOneApiError, unlessGone(refused(404, "HTTP_404")))).status).to.equal(404);
  });

  it("does not take another refusal for gone", async () => {
    expect((await refusalOf(PingOneApiError, unlessGone(refused(403, "ACCESS_FAILED")))).status).to.equal(
      403,
    );
  });
});
