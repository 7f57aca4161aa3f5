import { expect } from "chai";
import { ApiError } from "../../../simulator/errors";
import { countMail } from "../../../simulator/mail/mail-quota";

describe("countMail", () => {
  const noon = Date.parse("2026-11-21T12:00:00Z");
  const fill = () => {
    const count = { day: 0, sent: 0 };
    for (let mail = 1; mail <= 50; mail += 1) countMail(count, noon);
    return count;
  };

  it("allows fifty mails a day and says when there will be more", () => {
    const count = fill();
    expect(() => {
      countMail(count, noon);
    })
      .to.throw(ApiError)
      .with.deep.nested.include({
        status: 429,
        code: "REQUEST_LIMITED",
        "details[0].code": "QUOTA_EXCEEDED",
        "details[0].innerError": {
          quotaLimit: 50,
          quotaResetTime: "2026-11-22T00:00:00.000Z",
          retryAfter: 43_200,
        },
        headers: { "Retry-After": "43200" },
      });
  });

  it("starts afresh on the next day", () => {
    const count = fill();
    const tomorrow = Date.parse("2026-11-22T00:00:00Z");
    expect(() => {
      countMail(count, tomorrow - 1);
    }).to.throw();
    countMail(count, tomorrow);
    expect(count.sent).to.equal(1);
  });
});
