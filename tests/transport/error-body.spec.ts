import { expect } from "chai";
import { parseErrorBody } from "../../provider/transport/error-body";

describe("parseErrorBody", () => {
  it("reads PingOne's error with its details", () => {
    const detail = {
      code: "INVALID_VALUE",
      message: "no",
      target: "password",
      innerError: { failuresRemaining: 3 },
    };
    const body = { id: "abc", code: "INVALID_DATA", message: "refused", details: [detail] };
    expect(parseErrorBody(JSON.stringify(body))).to.deep.equal(body);
  });

  it("leaves out what has another type", () => {
    const body = {
      id: 5,
      code: "INVALID_DATA",
      message: {},
      details: ["text", null, { code: 1, message: 2, target: 3, innerError: [] }],
    };
    expect(parseErrorBody(JSON.stringify(body), true)).to.deep.equal({
      code: "INVALID_DATA",
      message: "",
      details: [{ code: "", message: "" }],
    });
  });

  it("takes details that are no list for none", () => {
    expect(parseErrorBody('{"code":"X","details":"many"}')?.details).to.deep.equal([]);
  });

  const oauth: readonly (readonly [body: object, code: string, message: string])[] = [
    [{ error: "invalid_client" }, "invalid_client", ""],
    [{ error: "invalid_scope", error_description: "no such scope" }, "invalid_scope", "no such scope"],
    [{ error: "invalid_request", error_description: 5, code: 7 }, "invalid_request", ""],
  ];
  for (const [body, code, message] of oauth) {
    it(`reads OAuth's ${JSON.stringify(body)}`, () => {
      expect(parseErrorBody(JSON.stringify(body), true)).to.deep.equal({ code, message, details: [] });
    });
  }

  it("reads OAuth's form at a sign-on only: at the API it is somebody else's", () => {
    expect(parseErrorBody('{"error":"blocked by the firewall"}')).to.equal(undefined);
  });

  it("prefers PingOne's own form to OAuth's", () => {
    const body = { code: "INVALID_DATA", message: "refused", error: "invalid_request", details: [] };
    expect(parseErrorBody(JSON.stringify(body), true)).to.deep.equal({
      code: "INVALID_DATA",
      message: "refused",
      details: [],
    });
  });

  for (const text of ["", "<html>", "null", "[]", '"text"', "{}", '{"error":5}', '{"error":{"code":"X"}}']) {
    it(`knows that ${JSON.stringify(text)} is not PingOne's`, () => {
      expect(parseErrorBody(text, true)).to.equal(undefined);
    });
  }
});
