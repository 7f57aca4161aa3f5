/** The only address the simulator listens on. */
export const LOOPBACK = "127.0.0.1";

/** Says whether a Host header names this machine; a web page that rebinds its own name to loopback does not. */
export function isLoopbackHost(host: string | undefined): boolean {
  return isLoopbackUrl(`http://${host ?? ""}`);
}

/** Says whether a URL, such as an Origin header, points at this machine. */
export function isLoopbackUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
