const OPENID_SCOPES = ["openid", "profile", "email", "address", "phone", "offline_access"];
const SELF_SERVICE_SCOPE = /^p1:[a-z]+:[A-Za-z]+$/;

/** The scopes of a text that separates them by blanks. */
export function splitScope(scope: string): readonly string[] {
  return scope.split(" ").filter((name) => name !== "");
}

/** Says whether PingOne has scopes of this form: OpenID's, and `p1:<action>:<resource>`. */
export function isKnownScope(name: string): boolean {
  return OPENID_SCOPES.includes(name) || SELF_SERVICE_SCOPE.test(name);
}
