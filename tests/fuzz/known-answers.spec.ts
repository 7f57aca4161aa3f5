import { expect } from "chai";
import { PingOneApiError, PingOneAuthError, PingOneResponseError } from "../../provider/errors";
import type { PasswordState, PopulationPage } from "../../provider/operations";
import { createRunReads } from "../../provider/lifecycle";
import { refusalOf } from "../errors/refusal-of";
import { type Answer, type HostileServer, json, reply, startHostileServer } from "./hostile-server";
import { nested } from "./json-texts";
import { call, environmentId, hostileTransport, type Name } from "./operation-samples";
import { clientSecrets, expectSafe, planted } from "./planted";

const DATE = ["date", "Sat, 21 Nov 2026 09:00:00 GMT"] as const;

describe("answers that once did harm", () => {
  let server: HostileServer;
  before(async () => {
    server = await startHostileServer();
  });
  after(() => server.close());

  function answered(name: Name, answer: Answer, credentials: "client" | "token" = "token"): Promise<unknown> {
    server.answerWith(() => answer);
    return call(hostileTransport(server.url, credentials), name);
  }

  const refusal = (body: string, status = 400) => reply(status, [], body);

  for (const seconds of ["1e15", "-1e15", "1e400"]) {
    it(`tell no end of a lockout of ${seconds} s`, async () => {
      const body = `{"status":"PASSWORD_LOCKED_OUT","secondsUntilUnlock":${seconds}}`;
      const state = (await answered("readPasswordState", reply(200, [DATE], body))) as PasswordState;
      expect(state.status).to.equal("PASSWORD_LOCKED_OUT");
      expect(state.unlockAt).to.equal(undefined);
    });
  }

  it("may name the failures that remain 200,000 times", async () => {
    const counts = Array.from({ length: 200_000 }, (_none, index) => `"failuresLeft${index}":${index + 2}`);
    const body = `{"status":"OK",${counts.join(",")}}`;
    const state = (await answered("forcePasswordChange", reply(200, [], body))) as PasswordState;
    expect(state.failuresRemaining).to.equal(2);
  });

  it("may hold 300,000 populations", async () => {
    const body = `{"_embedded":{"populations":[${'{"id":"p"},'.repeat(299_999)}{"id":"p"}]}}`;
    server.answerWith(() => reply(200, [], body));
    const reads = createRunReads(hostileTransport(server.url, "token"));
    expect(await reads.populations(environmentId)).to.have.length(300_000);
    expect(
      ((await answered("listPopulations", reply(200, [], body))) as PopulationPage).populations,
    ).to.have.length(300_000);
  });

  it("may nest 10,000 levels deep", async () => {
    const deep = nested(10_000);
    const details = `{"code":"INVALID_DATA","message":"${planted.token}","details":[{"innerError":${deep}}]}`;
    for (const body of [details, deep, nested(10_000, "[", JSON.stringify(planted.token), "]")]) {
      const error = await refusalOf(PingOneApiError, answered("setPassword", refusal(body)));
      expectSafe(error, [planted.token, planted.password]);
      expect(error.details).to.deep.equal([]);
    }
    await refusalOf(PingOneResponseError, answered("listUsers", reply(200, [], deep)));
  });

  it("may have a long row of dots in the text of a rule", async () => {
    const text = `${".".repeat(500_000)}x${" ".repeat(500_000)}`;
    const details = [{ innerError: { unsatisfiedRequirements: ["history"], history: text } }];
    const answer = json(400, { code: "INVALID_DATA", message: "", details });
    expectSafe(await refusalOf(PingOneApiError, answered("setPassword", answer)), []);
  });

  it("may count failures in anything", async () => {
    const counts = [{ toString: 1, valueOf: 1 }, "\u001b[2J", 3, 4];
    const details = counts.map((failuresRemaining) => ({ innerError: { failuresRemaining } }));
    const answer = json(400, { code: "INVALID_DATA", message: "", details });
    const error = await refusalOf(PingOneApiError, answered("checkPassword", answer));
    expectSafe(error, []);
    expect(error.message).to.contain("(3 left before a lockout)");
  });

  it("show no secret whose letters are taken apart, nor one in a form's or lower-case encoding", async () => {
    const form = new URLSearchParams({ value: planted.password }).toString();
    const lower = form.replace(/%../g, (code) => code.toLowerCase());
    for (const secret of [planted.password, planted.token]) {
      for (const code of [Array.from(secret).join("\u0000"), Array.from(secret).join(" "), form, lower]) {
        const body = { code, id: code, message: form, details: [{ message: lower }] };
        for (const headers of [[], [["correlation-id", code.replaceAll("\u0000", "\t")] as const]]) {
          const answer = reply(400, headers, JSON.stringify(body));
          const error = await refusalOf(PingOneApiError, answered("setPassword", answer));
          expectSafe(error, [planted.password, planted.token]);
        }
      }
    }
  });

  it("of the token endpoint show neither the secret nor control characters", async () => {
    const form = new URLSearchParams({ s: planted.clientSecret }).toString().slice(2);
    for (const error of [form, Array.from(planted.clientSecret).join("\u0000"), "\u001b]0;owned\u0007\n"]) {
      const call = answered("readUser", json(400, { error }), "client");
      expectSafe(await refusalOf(PingOneAuthError, call), clientSecrets);
    }
  });
});
