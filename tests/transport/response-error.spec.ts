import { expect } from "chai";
import { PingOneApiError, PingOneAuthError } from "../../provider/errors";
import type { HttpResponse } from "../../provider/transport/exchange";
import { toError } from "../../provider/transport/response-error";
import { expectNoSecrets } from "./expect-no-secrets";

function response(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return {
    status,
    text: typeof body === "string" ? body : JSON.stringify(body),
    header: (name) => headers[name] ?? null,
    cookies: [],
  };
}

function apiError(answer: HttpResponse, secrets: readonly string[] = []): PingOneApiError {
  const error = toError("setPassword", answer, secrets, "the environment");
  if (!(error instanceof PingOneApiError)) {
    throw error;
  }
  return error;
}

describe("toError", () => {
  it("says what failed, PingOne's words and id, and keeps code and details", () => {
    const details = [{ code: "INVALID_VALUE", target: "password", message: "is too short" }];
    const error = apiError(response(400, { id: "abc-1", code: "INVALID_DATA", message: "refused", details }));
    expect(error.message).to.equal(
      "setPassword failed: 400 INVALID_DATA (PingOne id abc-1). password: is too short. Check the user in the PingOne " +
        "console; the PingOne id finds the call in the environment's audit.",
    );
    expect(error).to.deep.include({
      operation: "setPassword",
      status: 400,
      code: "INVALID_DATA",
      id: "abc-1",
      details,
    });
  });

  it("prefers the correlation id of the header", () => {
    const error = apiError(response(404, { id: "body", code: "NOT_FOUND" }, { "correlation-id": "header" }));
    expect(error.id).to.equal("header");
    expect(error.message).to.contain("(PingOne id header)");
  });

  it("shows no more of a correlation id than a short printable line", () => {
    const id = `a b\n\u001b[31mc${"x".repeat(100)}`;
    expect(apiError(response(500, "", { "correlation-id": id })).id).to.equal(`ab[31mc${"x".repeat(57)}`);
  });

  it("tells a gateway's page by its status alone", () => {
    const error = apiError(response(502, "<html>Bad gateway</html>"));
    expect(error).to.include({ status: 502, code: "HTTP_502", id: undefined });
    expect(error.message)
      .to.match(/^setPassword failed: 502\. Its body is not PingOne's JSON\. /)
      .and.not.to.contain("html");
  });

  it("keeps the seconds that PingOne asks to wait", () => {
    expect(apiError(response(429, { code: "REQUEST_LIMITED" }, { "retry-after": "9" })).retryAfter).to.equal(
      9,
    );
  });

  it("makes a 401 an error about the credentials that names where they come from", () => {
    const error = toError("readUser", response(401, { code: "ACCESS_FAILED" }), [], "the environment");
    expect(error).to.be.instanceOf(PingOneAuthError).and.to.include({ status: 401, code: "ACCESS_FAILED" });
    expect(error.message).to.contain("comes from the environment");
  });

  it("makes a 401 of a sign-on, which has no credentials of ours, a refusal like any other", () => {
    const error = toError("readFlow", response(401, { code: "ACCESS_FAILED" }), [], undefined);
    expect(error).to.be.instanceOf(PingOneApiError).and.to.include({ status: 401, code: "ACCESS_FAILED" });
    expect(error.message).to.contain("this sign-on's session").and.not.to.contain("access token");
  });

  it("gives a sign-on's advice to a sign-on only", () => {
    const unknown = response(404, { code: "NOT_FOUND" });
    expect(toError("readFlow", unknown, [], undefined).message).to.contain("PingOne knows no such sign-on");
    expect(toError("readUser", unknown, [], "the environment").message).to.contain(
      "PingOne knows no such user in that environment, or no such environment.",
    );
    expect(toError("readPasswordPolicy", unknown, [], "the environment").message).to.contain(
      "PingOne knows no such password policy in that environment, or no such environment.",
    );
    for (const operation of ["listPasswordPolicies", "listUsers", "listPopulations", "createUser"]) {
      expect(toError(operation, unknown, [], "the environment").message)
        .to.contain("PingOne knows no such environment.")
        .and.not.to.contain("user in");
    }
  });

  it("reads a refusal in OAuth's form", () => {
    const body = { error: "invalid_client", error_description: "no such application" };
    const error = toError("startFlow", response(400, body), [], undefined);
    expect(error).to.deep.include({ status: 400, code: "invalid_client", details: [] });
    expect(error.message)
      .to.match(/^startFlow failed: 400 invalid_client\. no such application\. /)
      .and.to.contain("Check applicationId");
  });

  const secret = 'p"ä\\ss/word';
  const repetitions: readonly (readonly [how: string, body: unknown])[] = [
    ["in a text", `refused ${secret}`],
    ["in JSON", { code: "X", message: secret }],
    ["percent-encoded", `value=${encodeURIComponent(secret)}`],
    ["in a detail", { code: "X", details: [{ code: "", message: "", innerError: { given: secret } }] }],
  ];
  for (const [how, body] of repetitions) {
    it(`withholds a body that repeats a secret ${how}`, () => {
      const error = apiError(response(400, body), ["other", secret]);
      expect(error.message).to.contain("withheld");
      expect(error.details.map(({ message, target }) => [message, target])).to.deep.equal(
        error.details.map(() => ["", undefined]),
      );
      expectNoSecrets(error, [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
    });
  }

  it("still names codes, rules and the way on when it withholds a text", () => {
    const innerError = { unsatisfiedRequirements: ["length"], length: `${secret} is too short` };
    const details = [{ code: "INVALID_VALUE", target: "password", message: "no", innerError }];
    const error = apiError(response(400, { code: "INVALID_DATA", message: "no", details }), [secret]);
    expect(error.message).to.equal(
      "setPassword failed: 400 INVALID_DATA. password: unmet rules: length. PingOne's own text repeats what must stay secret and is withheld. " +
        "Choose a value that meets the user's password policy.",
    );
    expect(error.details[0]).to.include({ code: "INVALID_VALUE" });
    expectNoSecrets(error, [secret]);
  });

  it("withholds a text that hides a secret behind JSON's escapes", () => {
    const error = apiError(response(400, '{"code":"X","message":"no \\u0061\\u0026b1"}'), ["a&b1"]);
    expect(error.message).to.contain("withheld");
    expectNoSecrets(error, ["a&b1"]);
  });

  it("keeps the seconds to wait that stand in the body", () => {
    const limited = (retryAfter: unknown, headers = {}) =>
      apiError(
        response(
          429,
          { code: "REQUEST_LIMITED", details: [{ code: "", message: "" }, { innerError: { retryAfter } }] },
          headers,
        ),
      ).retryAfter;
    expect([limited(7), limited(-1), limited("7")]).to.deep.equal([7, undefined, undefined]);
    expect(limited(7, { "retry-after": "3" })).to.equal(3);
  });

  it("shows PingOne's words of a 401", () => {
    const body = { code: "INVALID_TOKEN", message: "The token was revoked" };
    const error = toError("readUser", response(401, body), [], "the environment");
    expect(error.message).to.contain("The token was revoked.").and.to.contain("Check the credentials there");
  });

  it("names the role when a 401 is about missing rights", () => {
    const details = [{ code: "INSUFFICIENT_PERMISSIONS", message: "no rights" }];
    const error = toError(
      "readUser",
      response(401, { code: "ACCESS_FAILED", details }),
      [],
      "the environment",
    );
    expect(error.message).to.contain("role Identity Data Admin").and.not.to.contain("Check the credentials");
  });

  it("does not take an empty secret for one that is repeated", () => {
    expect(apiError(response(400, { code: "X", message: "plain" }), [""]).message).to.contain("plain");
  });

  it("shows no control characters of a code", () => {
    const error = apiError(response(400, { code: "X\u001b[31m\nY", message: "refused" }));
    expect(error.message).to.match(/^setPassword failed: 400 X\[31mY\. refused\. /);
  });

  it("withholds a correlation id that repeats a secret", () => {
    expectNoSecrets(apiError(response(400, "", { "correlation-id": "secret-token" }), ["secret-token"]), [
      "secret-token",
    ]);
  });
});
