import { expect } from "chai";
import { PingOneApiError, PingOneError, PingOneResponseError } from "../../provider/errors";
import { type SignOn, startFlow } from "../../provider/operations/start-flow";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { lastFlowRequest } from "./begin-flow";

withSimulator("startFlow", (simulator) => {
  const start = (params: Partial<SignOn> = {}) => {
    const { environmentId, application } = simulator;
    return transportTo(simulator)(startFlow, {
      environmentId,
      applicationId: application.clientId,
      ...params,
    });
  };
  const lastQuery = () => [...new URL(lastRequest(simulator).path, "http://localhost").searchParams];

  it("asks authorize for the flow, without a token", async () => {
    await start({ codeChallenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM" });
    const { environmentId, application } = simulator;
    expect(lastFlowRequest(simulator)).to.deep.equal({
      method: "GET",
      path: `/${environmentId}/as/authorize?response_type=code&response_mode=pi.flow&client_id=${application.clientId}&scope=openid&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256`,
      contentTypes: [],
      body: undefined,
      hasAuthorization: false,
    });
    expect(simulator.ledger.entries).to.have.length(1);
  });

  it("answers the first step, the actions it allows and the cookie, and nothing of a user", async () => {
    const { environmentId } = simulator;
    const { id, cookie, ...flow } = await start();
    const self = `${simulator.url}/${environmentId}/flows/${id}`;
    expect(cookie).to.match(/^ST=[\da-f-]{36}$/);
    expect(flow).to.deep.equal({
      environmentId,
      status: "USERNAME_PASSWORD_REQUIRED",
      links: { self, "usernamePassword.check": self, "password.forgot": self, "session.reset": self },
      resumeUrl: `${simulator.url}/${environmentId}/as/resume?flowId=${id}`,
    });
  });

  it("begins another sign-on each time, in a session of its own", async () => {
    const [first, second] = [await start(), await start()];
    expect(first.id).not.to.equal(second.id);
    expect(first.cookie).not.to.equal(second.cookie);
  });

  it("asks for the scopes it is given", async () => {
    await start({ scope: "openid p1:reset:userPassword" });
    expect(lastQuery()).to.deep.include(["scope", "openid p1:reset:userPassword"]);
  });

  it("suits applications without a secret: with a challenge of its own each time", async () => {
    const { clientId } = simulator.createApplication({ name: "Mobile", tokenEndpointAuthMethod: "NONE" });
    const challenges = [];
    for (const applicationId of [clientId, clientId]) {
      expect((await start({ applicationId })).status).to.equal("USERNAME_PASSWORD_REQUIRED");
      challenges.push(new URLSearchParams(lastQuery()).get("code_challenge"));
    }
    expect(challenges[0])
      .to.match(/^[\w-]{43}$/)
      .and.not.to.equal(challenges[1]);
  });

  it("lets no client id or scope add a parameter, and no environment leave its place", async () => {
    await refusalOf(PingOneApiError, start({ applicationId: "a&scope=x#/../b", scope: "openid&x=y" }));
    expect(lastQuery().filter(([name]) => name !== "code_challenge")).to.deep.equal([
      ["response_type", "code"],
      ["response_mode", "pi.flow"],
      ["client_id", "a&scope=x#/../b"],
      ["scope", "openid&x=y"],
      ["code_challenge_method", "S256"],
    ]);
    await refusalOf(PingOneApiError, start({ environmentId: "../v1?x=/" }));
    expect(lastRequest(simulator).path).to.match(/^\/\.\.%2Fv1%3Fx%3D%2F\/as\/authorize\?/);
  });

  for (const environmentId of ["", ".", ".."]) {
    it(`sends nothing for the environment ${JSON.stringify(environmentId)}, which would lead elsewhere`, async () => {
      await refusalOf(PingOneError, start({ environmentId }));
      expect(simulator.ledger.entries).to.deep.equal([]);
    });
  }

  it("is refused for an application that does not exist, in OAuth's form", async () => {
    const error = await refusalOf(PingOneApiError, start({ applicationId: "nobody" }));
    expect(error).to.include({ operation: "startFlow", status: 400, code: "invalid_client" });
    expect(error.details).to.deep.equal([]);
    expect(error.message).to.contain("There is no such application.").and.to.contain("Check applicationId");
  });

  it("is refused for a worker application", async () => {
    const error = await refusalOf(PingOneApiError, start({ applicationId: simulator.worker.clientId }));
    expect(error).to.include({ status: 400, code: "unauthorized_client" });
    expect(error.message).to.contain("a worker application is none");
  });

  it("is refused for an application without authorization codes", async () => {
    const { clientId } = simulator.createApplication({ name: "Implicit", grantTypes: ["IMPLICIT"] });
    const error = await refusalOf(PingOneApiError, start({ applicationId: clientId }));
    expect(error).to.include({ status: 400, code: "unauthorized_client" });
    expect(error.message).to.contain("with the grant authorization_code");
  });

  it("is refused for a scope that PingOne does not know", async () => {
    const error = await refusalOf(PingOneApiError, start({ scope: "openid nonsense" }));
    expect(error).to.include({ status: 400, code: "invalid_scope" });
  });

  it("answers 404 for an unknown environment", async () => {
    const environmentId = "00000000-0000-4000-8000-000000000000";
    const error = await refusalOf(PingOneApiError, start({ environmentId }));
    expect(error).to.include({ status: 404, code: "NOT_FOUND" });
    expect(error.message).to.contain("environmentId, applicationId, the auth URL or the region is wrong");
  });

  it("is sent again after a failure that leaves it open", async () => {
    simulator.failNext("startFlow", { status: 500 });
    simulator.failNext("startFlow", { drop: "after" });
    expect((await start()).status).to.equal("USERNAME_PASSWORD_REQUIRED");
    expect(calls(simulator)).to.deep.equal(["startFlow", "startFlow", "startFlow"]);
  });

  for (const body of ["<html>Sign on</html>", "", { status: "USERNAME_PASSWORD_REQUIRED" }, []]) {
    it(`does not take ${JSON.stringify(body)} for a sign-on`, async () => {
      simulator.failNext("startFlow", { status: 200, body }, 5);
      await refusalOf(PingOneResponseError, start());
    });
  }
});
