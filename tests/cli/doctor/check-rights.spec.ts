import { expect } from "chai";
import { checkRights } from "../../../provider/cli/doctor/check-rights";
import { createTraffic, MOST_REQUESTS } from "../../../provider/cli/doctor/traffic";
import { PingOneError } from "../../../provider/errors";
import type { Send } from "../../../provider/transport";
import { ENVIRONMENT_ID } from "../../config/reading";

describe("checkRights", () => {
  it("stops reading users after ten pages, and says that there are more", async () => {
    let pages = 0;
    const send: Send = (operation, params) => {
      if (operation.name !== "listUsers") {
        return Promise.reject(new PingOneError("not asked here"));
      }
      pages += 1;
      const next = `http://127.0.0.1/?cursor=page-${pages + 1}`;
      const body = { _embedded: { users: [{ id: `user-${pages}` }] }, _links: { next: { href: next } } };
      const page = operation.parse(body, params, [], undefined);
      return page === undefined ? Promise.reject(new Error("no page")) : Promise.resolve(page);
    };
    const found = await checkRights(send, ENVIRONMENT_ID, () => true);
    expect(pages).to.equal(10);
    expect(found.users).to.have.length(10);
    expect(found.hasAllUsers).to.equal(false);
  });
});

describe("createTraffic", () => {
  it("lets no more than so many requests out", () => {
    const traffic = createTraffic();
    for (let sent = 0; sent < MOST_REQUESTS; sent += 1) {
      traffic.begin();
    }
    expect(() => {
      traffic.begin();
    }).to.throw(PingOneError, `${MOST_REQUESTS} requests at most`);
    expect(traffic.requests()).to.equal(MOST_REQUESTS);
  });
});
