declare module "proxy-from-env" {
  /** The proxy for a URL by HTTPS_PROXY, HTTP_PROXY and NO_PROXY; empty when it is to be reached directly. */
  export function getProxyForUrl(url: string): string;
}
