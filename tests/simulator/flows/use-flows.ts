import type { ApplicationCredentials } from "../../../simulator";
import { send, textAt } from "../bench";
import type { Bench, Reply } from "../bench";

/** A flow as a client holds it. */
export type FlowHandle = { readonly id: string; readonly cookie: string };

type Parameters = Readonly<Record<string, string>>;

/** The calls of a sign-on. */
export type Flows = {
  /** Authorizes with the default application and `pi.flow`, unless the parameters say otherwise; an empty one is left out. */
  authorize(parameters?: Parameters, headers?: Parameters): Promise<Reply>;
  start(parameters?: Parameters): Promise<FlowHandle>;
  read(flow: FlowHandle): Promise<Reply>;
  /** Posts with a media type such as `password.forgot+json`. */
  act(flow: FlowHandle, type: string, body?: unknown): Promise<Reply>;
  check(flow: FlowHandle, username: string, password: string): Promise<Reply>;
  resume(flow: FlowHandle): Promise<Reply>;
  /** Signs on and resumes. @returns the code */
  code(username: string, password: string, parameters?: Parameters): Promise<string>;
  /** Exchanges a code with the secret in the header, where the application has one. */
  exchange(code: string, form?: Parameters, application?: ApplicationCredentials): Promise<Reply>;
  /** The access token of a user. */
  token(username: string, password: string, scope: string): Promise<string>;
};

export function useFlows(bench: Bench): Flows {
  const base = (path: string) => `${bench.simulator.url}/${bench.simulator.environmentId}/${path}`;
  const flowUrl = ({ id }: FlowHandle) => base(`flows/${id}`);
  const flows: Flows = {
    authorize: (parameters = {}, headers = {}) => {
      const { clientId } = bench.simulator.application;
      const all = { response_type: "code", response_mode: "pi.flow", client_id: clientId, ...parameters };
      const query = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ""));
      return send(base(`as/authorize?${query.toString()}`), { headers, redirect: "manual" });
    },
    start: async (parameters) => {
      const { headers, body } = await flows.authorize(parameters);
      return { id: textAt(body, "id"), cookie: cookieOf(headers) };
    },
    read: (flow) => send(flowUrl(flow), { headers: { cookie: flow.cookie } }),
    act: (flow, type, body) =>
      send(flowUrl(flow), {
        method: "POST",
        headers: { cookie: flow.cookie, "content-type": `application/vnd.pingidentity.${type}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    check: (flow, username, password) =>
      flows.act(flow, "usernamePassword.check+json", { username, password }),
    resume: ({ id, cookie }) =>
      send(base(`as/resume?flowId=${id}`), { headers: { cookie }, redirect: "manual" }),
    code: async (username, password, parameters) => {
      const flow = await flows.start(parameters);
      await flows.check(flow, username, password);
      return textAt((await flows.resume(flow)).body, "authorizeResponse.code");
    },
    exchange: (code, form = {}, application = bench.simulator.application) => {
      const { clientId, clientSecret } = application;
      const secret = Buffer.from(`${clientId}:${clientSecret ?? ""}`).toString("base64");
      return send(base("as/token"), {
        method: "POST",
        headers: clientSecret === undefined ? {} : { authorization: `Basic ${secret}` },
        body: new URLSearchParams({
          grant_type: "authorization_code",
          code,
          ...(clientSecret === undefined ? { client_id: clientId } : {}),
          ...form,
        }),
      });
    },
    token: async (username, password, scope) => {
      const code = await flows.code(username, password, { scope });
      return textAt((await flows.exchange(code)).body, "access_token");
    },
  };
  return flows;
}

/** What a client sends back of a Set-Cookie header. */
export function cookieOf(headers: Headers): string {
  return (headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
}
