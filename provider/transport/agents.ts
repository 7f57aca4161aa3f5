import * as http from "node:http";
import * as https from "node:https";
import { HttpsProxyAgent } from "https-proxy-agent";
import { getProxyForUrl } from "proxy-from-env";

/** The agent for a URL: connections are kept open, and HTTPS_PROXY and NO_PROXY are obeyed. */
export type AgentFor = (url: URL) => http.Agent;

/** Host of the proxy that a URL goes through, for messages: a proxy's address may hold credentials. Undefined without one. */
export function proxyHost(url: string): string | undefined {
  const proxy = url.startsWith("https:") ? getProxyForUrl(url) : "";
  return URL.canParse(proxy) ? new URL(proxy).host : undefined;
}

/** One set of agents, and so of open connections, for the process. */
export function createAgents(): AgentFor {
  const options = { keepAlive: true };
  const plain = new http.Agent(options);
  const direct = new https.Agent(options);
  const proxies = new Map<string, http.Agent>();
  return (url) => {
    if (url.protocol === "http:") {
      return plain;
    }
    const proxy = getProxyForUrl(url.href);
    if (proxy === "") {
      return direct;
    }
    const agent = proxies.get(proxy) ?? new HttpsProxyAgent(proxy, options);
    proxies.set(proxy, agent);
    return agent;
  };
}
