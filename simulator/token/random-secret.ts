import { randomBytes } from "node:crypto";

/** 256 random bits as text that needs no quoting anywhere and never looks like an option of a command. */
export function randomSecret(): string {
  return randomBytes(32).toString("hex");
}
