import { expect } from "chai";
import { PingOneError } from "../../provider/errors";
import type { Flow, PopulationPage, UserPage } from "../../provider/operations";
import { createRunReads } from "../../provider/lifecycle";
import { ownUsers } from "../../provider/lifecycle/test-users/own-users";
import { refusalOf } from "../errors/refusal-of";
import { type Answer, type HostileServer, json, reply, startHostileServer } from "./hostile-server";
import { call, callWith, environmentId, flow, hostileTransport, names, secretsOf } from "./operation-samples";
import { clientSecrets, expectSafe, planted } from "./planted";

const REDIRECTS = [300, 301, 302, 303, 305, 307, 308, 399];

describe("another host", () => {
  let server: HostileServer;
  let other: HostileServer;
  before(async () => {
    [server, other] = await Promise.all([startHostileServer(), startHostileServer()]);
    other.answerWith(() => json(200, { status: "OK", id: "x", access_token: "stolen" }));
  });
  after(() => Promise.all([server.close(), other.close()]));
  beforeEach(() => {
    server.heads.length = 0;
    other.heads.length = 0;
  });
  afterEach(() => {
    expect(other.heads).to.deep.equal([]);
  });

  const redirect = (status: number): Answer =>
    reply(
      status,
      [
        ["location", `${other.url}/x`],
        ["set-cookie", `ST=${planted.session}; Domain=127.0.0.1`],
      ],
      "",
    );

  it("gets nothing of any operation that is redirected to it", async () => {
    for (const name of names) {
      for (const status of REDIRECTS) {
        server.answerWith(() => redirect(status));
        const error = await refusalOf(PingOneError, call(hostileTransport(server.url, "token"), name));
        expectSafe(error, [planted.token, ...secretsOf(name)]);
      }
    }
    expect(server.heads).to.have.length(names.length * REDIRECTS.length);
  });

  it("gets no client secret when the token endpoint redirects to it", async () => {
    for (const status of REDIRECTS) {
      server.answerWith(() => redirect(status));
      const error = await refusalOf(PingOneError, call(hostileTransport(server.url, "client"), "readUser"));
      expectSafe(error, clientSecrets);
    }
  });

  it("gets nothing of a sign-on whose links name it", async () => {
    const { host } = new URL(other.url);
    const links = [
      `${other.url}/flow`,
      `//${host}/flow`,
      `http:${host}/flow`,
      `http:\\\\${host}\\flow`,
      `${server.url}@${host}/flow`,
      `${server.url}.evil.example/`,
      `http://user:password@${new URL(server.url).host}/flow`,
      `blob:${server.url}/flow`,
      `HTTP://${host}/flow`,
      ` ${other.url}/flow`,
      `/\\${host}/flow`,
      `@${host}/flow`,
      `.${host}/flow`,
      `:1/flow`,
      "javascript:alert(1)",
      "file:///etc/passwd",
    ];
    const actions = [
      "self",
      "usernamePassword.check",
      "password.forgot",
      "password.recover",
      "password.reset",
    ];
    actions.push("password.sendRecoveryCode");
    const inFlow = names.filter(
      (name) => /Flow$|forgotPassword|checkUsernamePassword/.test(name) && name !== "startFlow",
    );
    expect(inFlow).to.have.length(6);
    for (const href of links) {
      const offered = Object.fromEntries(actions.map((action) => [action, { href }]));
      const body = { id: flow.id, status: "OK", resumeUrl: `${other.url}/resume`, _links: offered };
      server.answerWith(() => json(200, body));
      const send = hostileTransport(server.url, "token");
      const started = (await call(send, "startFlow")) as Flow;
      expect(started.links["self"]).to.equal(href);
      for (const name of inFlow) {
        // What is no address of another host is one below our own.
        await callWith(send, name, { flow: { ...started, cookie: flow.cookie } }).catch((error: unknown) => {
          expectSafe(error, [planted.token, ...secretsOf(name)]);
        });
      }
    }
  });

  it("is not asked for the next page of a list", async () => {
    const next = { href: `${other.url}/next?cursor=second` };
    server.answerWith((head) =>
      json(200, {
        _embedded: { users: [], populations: [] },
        ...(head.includes("cursor=second") ? {} : { _links: { next } }),
      }),
    );
    const send = hostileTransport(server.url, "token");
    expect(((await call(send, "listUsers")) as UserPage).next).to.equal("second");
    expect(((await call(send, "listPopulations")) as PopulationPage).next).to.equal("second");
    expect(await createRunReads(send).populations(environmentId)).to.deep.equal([]);
    expect((await ownUsers(send, environmentId, "pulumi:x")).size).to.equal(0);
  });

  it("is not where a list ends that goes round in circles", async () => {
    server.answerWith((head) => {
      const cursor = head.includes("cursor=a") ? "b" : "a";
      return json(200, {
        _embedded: { users: [], populations: [] },
        _links: { next: { href: `?cursor=${cursor}` } },
      });
    });
    const send = hostileTransport(server.url, "token");
    await refusalOf(PingOneError, createRunReads(send).populations(environmentId));
    await refusalOf(PingOneError, ownUsers(send, environmentId, "pulumi:x"));
  });
});
