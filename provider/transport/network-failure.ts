/** What a failed connection means and what to do about it. */
export type NetworkFailure = {
  /** True when the request may have reached PingOne. */
  readonly unclear: boolean;
  readonly explanation: string;
};

const CHECK_URL = "Check PINGONE_REGION_CODE, or the API and auth URLs,";

/** Explains a system error code of Node's in words a person can act on. */
export function explainNetworkFailure(code: string | undefined, origin: string): NetworkFailure {
  switch (code) {
    case "ECONNREFUSED":
      return {
        unclear: false,
        explanation: `nothing listens there (${code}). ${CHECK_URL} and, for a simulator, that it runs.`,
      };
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
    default:
      return code !== undefined && isCertificateCode(code)
        ? {
            unclear: false,
            explanation: `its TLS certificate is refused (${code}). If a proxy of yours re-signs TLS, point NODE_EXTRA_CA_CERTS to its CA file; otherwise do not trust ${origin}.`,
          }
        : {
            unclear: true,
            explanation: `the connection broke (${code ?? "no code"}). Run the command again.`,
          };
  }
}

/** True for the codes by which Node refuses the other side's certificate. */
export function isCertificateCode(code: string): boolean {
  return /CERT|SIGNATURE|^ERR_TLS|^ERR_SSL|^EPROTO$/.test(code);
}
