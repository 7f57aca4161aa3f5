import { randomBytes } from "node:crypto";

/** A password for the demo's users, new in each run, that PingOne's Standard policy takes. */
export function newPassword() {
  for (;;) {
    const password = `Dm-${randomBytes(12).toString("base64url")}-7q`;
    if (!/(.)\1\1/.test(password)) return password;
  }
}
