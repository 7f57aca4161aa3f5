import type { FastifyRequest } from "fastify";
import { ApiError } from "../errors";
import { LOOPBACK } from "../loopback";

/** A name or address of this machine, and the port; 80 is left out by browsers. */
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::(\d+))?$/i;

/** What a browser says of who asks: the console itself, or somebody who typed the address. */
const OWN_SITES: readonly unknown[] = ["same-origin", "none"];

/**
 * Finds out whether a request to the simulator's own paths may come from a web page that is not the console: by another name
 * for this machine, from another origin, or as an image or a link of another site. Programs such as curl send none of these headers.
 * @returns the refusal; undefined for a request that may pass
 */
export function refuseForeign({ headers, method, raw }: FastifyRequest): ApiError | undefined {
  const { host = "", origin, "sec-fetch-site": site, "content-type": type = "" } = headers;
  const port = raw.socket.localPort ?? 0;
  if (Number(LOOPBACK_HOST.exec(host)?.[1] ?? 80) !== port || !LOOPBACK_HOST.test(host)) {
    return new ApiError(
      421,
      "ACCESS_FAILED",
      `The header Host must name this machine and the port ${port}, for the console and for /simulator/*: ` +
        `use http://${LOOPBACK}:${port}, through a tunnel or from a container with the same port on both sides.`,
    );
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    return new ApiError(
      403,
      "ACCESS_FAILED",
      `The header Origin must be http://${host}: web pages of other origins are refused. Ask from a program or from the console.`,
    );
  }
  if (site !== undefined && !OWN_SITES.includes(site)) {
    return new ApiError(
      403,
      "ACCESS_FAILED",
      `The header Sec-Fetch-Site must be same-origin or none: web pages of other origins are refused. Type http://${host}/ into the address bar to open the console.`,
    );
  }
  // The origin says enough; this holds against a browser that leaves it out of a form's request.
  const isBrowser = origin !== undefined || site !== undefined;
  if (isBrowser && method !== "GET" && type !== "" && !/^application\/json\s*(;|$)/i.test(type)) {
    return new ApiError(
      415,
      "INVALID_REQUEST",
      "The header Content-Type of a web page's request must be application/json, as no form can send it.",
    );
  }
  return undefined;
}
