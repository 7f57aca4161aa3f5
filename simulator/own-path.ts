/** Where the simulator's own paths are; the API has none below it. */
export const CONTROL_PATH = "/simulator/";

/** Whether a request is about the simulator, its console included, and not to PingOne. @param url path and query */
export function isOwnPath(url: string): boolean {
  const [path = ""] = url.split("?");
  return path === "/" || path === "/simulator" || path.startsWith(CONTROL_PATH);
}
