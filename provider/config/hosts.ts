import { PingOneConfigError } from "../errors";
import { withoutPastedPath } from "./pasted-path";
import { askForRegion, domainOf, regionCodes } from "./regions";
import { readServiceHost, refuseIgnoredServiceHosts } from "./service-hosts";
import type { UrlSetting } from "./settings";
import type { Source } from "./source";

/**
 * PingOne's two hosts: by region, or each by a URL of its own (a simulator, a gateway).
 * @throws {PingOneConfigError} naming the setting and how to set it
 */
export function readHosts(source: Source, env: NodeJS.ProcessEnv): { apiUrl: string; authUrl: string } {
  const domain = domainOf(source.read("regionCode") ?? "");
  refuseIgnoredServiceHosts(source, (setting) =>
    domain === undefined ? undefined : regionUrl(hostOf(setting), domain),
  );
  return { apiUrl: readHost("apiUrl", source, env), authUrl: readHost("authUrl", source, env) };
}

function readHost(setting: UrlSetting, source: Source, env: NodeJS.ProcessEnv): string {
  const text = source.read(setting);
  const url = text === undefined ? undefined : checkUrl(setting, text, source, env);
  const serviceHost = readServiceHost(setting, source, url);
  return url ?? serviceHost ?? regionHost(hostOf(setting), source);
}

function hostOf(setting: UrlSetting): "api" | "auth" {
  return setting === "apiUrl" ? "api" : "auth";
}

function regionHost(host: "api" | "auth", source: Source): string {
  const region = source.read("regionCode");
  const codes = regionCodes.join(", ");
  if (region === undefined) {
    throw new PingOneConfigError(
      `${source.nameOf("regionCode")} is missing: ${source.name} does not say where your PingOne tenant lives. ` +
        `Use one of ${codes}, or set both ${source.nameOf("apiUrl")} and ${source.nameOf("authUrl")}: ${source.howToSet("regionCode")}`,
    );
  }
  const domain = domainOf(region);
  if (domain === undefined) {
    throw new PingOneConfigError(
      `${source.nameOf("regionCode")} in ${source.name} is "${region}", which is no PingOne region${askForRegion(region)} Use one of ${codes}: ${source.howToSet("regionCode")}`,
    );
  }
  return regionUrl(host, domain);
}

/** The auth host of each region, by the region's code. */
export function authHosts(): readonly { readonly code: string; readonly url: string }[] {
  return regionCodes.map((code) => ({ code, url: regionUrl("auth", domainOf(code) ?? "") }));
}

function regionUrl(host: "api" | "auth", domain: string): string {
  return `https://${host}.pingone.${domain}`;
}

function checkUrl(setting: UrlSetting, text: string, source: Source, env: NodeJS.ProcessEnv): string {
  const where = `${source.nameOf(setting)} in ${source.name}`;
  const url = parseUrl(text);
  if (url === undefined) {
    throw new PingOneConfigError(
      `${where} is not an http(s) URL. Give it like https://api.pingone.eu: ${source.howToSet(setting)}`,
    );
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new PingOneConfigError(
      `${where} carries credentials, a query or a fragment. Give scheme, host and port only: ${source.howToSet(setting)}`,
    );
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname) && env["PINGONE_ALLOW_HTTP"] !== "1") {
    throw new PingOneConfigError(
      `${where} is plain http to ${url.host}: passwords and the client secret would cross the network unencrypted. ` +
        `Use https, or set PINGONE_ALLOW_HTTP=1 if you really mean it.`,
    );
  }
  const whole = url.origin + url.pathname.replace(/\/+$/, "");
  const address = setting === "apiUrl" ? whole.replace(/\/v1$/, "") : whole;
  const alone = withoutPastedPath(setting, address);
  if (alone !== undefined) {
    throw new PingOneConfigError(
      `${where} ends in a path of PingOne's: ${address.slice(alone.length)}. Use ${alone} alone: ${source.howToSet(setting)}`,
    );
  }
  return address;
}

function parseUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  return ["https:", "http:"].includes(url.protocol) ? url : undefined;
}

/** Whether a host is this machine: a local PingOne. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
