import { inspect } from "node:util";
import { expect } from "chai";
import { PingOneError } from "../../provider/errors";
import { actionPath, onFlow, parseFlow } from "../../provider/operations/flow";

const flow = { environmentId: "e", id: "f", status: "SIGN_ON_REQUIRED", links: {}, cookie: "ST=1" };

describe("parseFlow", () => {
  it("reads the step, the links, the way on and the user", () => {
    const body = {
      id: "f",
      status: "MUST_CHANGE_PASSWORD",
      resumeUrl: "https://auth.pingone.eu/e/as/resume?flowId=f",
      _links: { self: { href: "https://auth.pingone.eu/e/flows/f" }, "password.reset": { href: "/reset" } },
      _embedded: { user: { id: "u", username: "alice" } },
    };
    expect(parseFlow(body, "e", "ST=1")).to.deep.equal({
      environmentId: "e",
      id: "f",
      status: "MUST_CHANGE_PASSWORD",
      links: { self: "https://auth.pingone.eu/e/flows/f", "password.reset": "/reset" },
      resumeUrl: "https://auth.pingone.eu/e/as/resume?flowId=f",
      userId: "u",
      cookie: "ST=1",
    });
  });

  it("keeps a status that is not documented", () => {
    expect(parseFlow({ id: "f", status: "NEW_ONE" }, "e", "")).to.deep.include({
      status: "NEW_ONE",
      links: {},
    });
  });

  it("reads why a sign-on failed", () => {
    const body = { id: "f", status: "FAILED", error: { code: "NOT_ALLOWED", message: "no" } };
    expect(parseFlow(body, "e", "")?.error).to.deep.equal({ code: "NOT_ALLOWED", message: "no" });
    const odd = { id: "f", status: "FAILED", error: { code: 5 } };
    expect(parseFlow(odd, "e", "")?.error).to.deep.equal({ code: "", message: "" });
  });

  it("leaves out what has another type", () => {
    const body = {
      id: "f",
      status: "COMPLETED",
      resumeUrl: 5,
      error: "no",
      _links: { self: "text", "password.reset": { href: 5 }, other: null },
      _embedded: { user: { id: 5 } },
    };
    expect(parseFlow(body, "e", "")).to.deep.equal({
      environmentId: "e",
      id: "f",
      status: "COMPLETED",
      links: {},
      cookie: "",
    });
  });

  for (const body of [
    undefined,
    null,
    "f",
    [],
    {},
    { id: "f" },
    { status: "COMPLETED" },
    { id: 1, status: "" },
  ]) {
    it(`answers nothing for ${inspect(body)}`, () => {
      expect(parseFlow(body, "e", "")).to.equal(undefined);
    });
  }
});

describe("actionPath", () => {
  it("is PingOne's own link where it gives one", () => {
    const links = { "password.reset": "https://auth.pingone.eu/e/other/f" };
    expect(actionPath({ flow: { ...flow, links } }, "password.reset")).to.equal(links["password.reset"]);
  });

  it("is the sign-on's own path otherwise, out of which no part leads", () => {
    expect(actionPath({ flow }, "password.reset")).to.equal("/e/flows/f");
    expect(actionPath({ flow: { ...flow, environmentId: "../e?", id: "a/b#" } }, "self")).to.equal(
      "/..%2Fe%3F/flows/a%2Fb%23",
    );
  });

  for (const part of ["", ".", ".."]) {
    it(`refuses ${JSON.stringify(part)}, which would lead elsewhere`, () => {
      expect(() => actionPath({ flow: { ...flow, id: part } }, "self")).to.throw(PingOneError);
      expect(() => actionPath({ flow: { ...flow, environmentId: part } }, "self")).to.throw(PingOneError);
    });
  }
});

describe("onFlow", () => {
  it("goes on with the cookies that the answer sets, and the rest of those sent", () => {
    const body = { id: "f", status: "COMPLETED" };
    const sent = { flow: { ...flow, cookie: "ST=1; other=2" } };
    expect(onFlow.parse(body, sent, ["ST=3; Path=/e"])?.cookie).to.equal("ST=3; other=2");
    expect(onFlow.parse(body, sent, [])?.cookie).to.equal("ST=1; other=2");
  });
});
