/** Version of this package, as PingOne sees it in the User-Agent. */
export const version = "0.1.0";
