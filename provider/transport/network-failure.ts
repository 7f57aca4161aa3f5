/** What a failed connection means and what to do about it. */
export type NetworkFailure = {
  /** True when the request may have reached PingOne. */
  readonly unclear: boolean;
  readonly explanation: string;
};

const CHECK_URL = "Check the region (PINGONE_REGION_CODE, pingone:regionCode), or the API and auth URLs,";

/** Explains a system error code of Node's in words a person can act on. */
export function explainNetworkFailure(code: string | undefined, origin: string): NetworkFailure {
  switch (code) {
    case "ECONNREFUSED":
      return { unclear: false, explanation: `nothing listens there (${code}). ${whatToStart(origin)}` };
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return {
        unclear: false,
        explanation: `its name cannot be resolved (${code}). ${CHECK_URL} and the network; behind a proxy set HTTPS_PROXY.`,
      };
    case "ENETUNREACH":
    case "EHOSTUNREACH":
      return {
        unclear: false,
        explanation: `there is no route to it (${code}). Check the network; behind a proxy set HTTPS_PROXY.`,
      };
    case "ERR_INVALID_URL":
    case "ERR_INVALID_CHAR":
      return {
        unclear: false,
        explanation: `a setting cannot be used (${code}): HTTPS_PROXY has to be a URL such as http://proxy.example:3128, and no credential may hold a line break.`,
      };
    case "max-size":
      return {
        unclear: true,
        explanation: `its answer is larger than anything PingOne sends. ${CHECK_URL} and any proxy in between.`,
      };
    default:
      return explainOther(code ?? "no code", origin);
  }
}

/** A simulator is all that anybody expects on this machine. Each start of one makes a client secret anew. */
function whatToStart(origin: string): string {
  return /^https?:\/\/(localhost|127\.[\d.]+|\[::1\])(:|$)/.test(origin)
    ? "Start the simulator (npx pingone-simulator) and export the lines it prints, or correct the API and auth URLs (PINGONE_API_URL, pingone:apiUrl, ...)."
    : `${CHECK_URL} and any proxy in between.`;
}

function explainOther(code: string, origin: string): NetworkFailure {
  if (isCertificateCode(code)) {
    return {
      unclear: false,
      explanation: `its TLS certificate is refused (${code}). If a proxy of yours re-signs TLS, point NODE_EXTRA_CA_CERTS to its CA file; otherwise do not trust ${origin}.`,
    };
  }
  return isProtocolCode(code)
    ? { unclear: false, explanation: `it does not speak TLS (${code}). ${CHECK_URL} for https and the port.` }
    : { unclear: true, explanation: `the connection broke (${code}). Run the command again.` };
}

/** True for the codes of failures that do not pass by themselves: TLS that is refused, settings that cannot be used. */
export function isLasting(code: string): boolean {
  return isCertificateCode(code) || isProtocolCode(code) || code.startsWith("ERR_INVALID_");
}

function isCertificateCode(code: string): boolean {
  return /CERT|SIGNATURE|^ERR_TLS/.test(code);
}

function isProtocolCode(code: string): boolean {
  // A record that arrives damaged ends a connection that was good before.
  return /^ERR_SSL|^EPROTO$/.test(code) && !code.includes("BAD_RECORD_MAC");
}
