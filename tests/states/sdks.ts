import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Stack } from "../helpers/stack";

/** The SDK that programs of this repository use. */
export const LOCKED_SDK = "@pulumi/pulumi";
export const OLDEST_SDK = "pulumi-sdk-oldest";
const NEWEST_SDK = "pulumi-sdk-newest";

/** The version that is installed under a name. */
export function versionOf(sdk: string): string {
  const manifest = resolve(__dirname, "../../node_modules", sdk, "package.json");
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}

/** With which SDKs a state goes on: the one it was made with, where that is the oldest, and those that its owner may have by now. */
export function laterSdks(madeWith: string): string[] {
  return madeWith === versionOf(OLDEST_SDK) ? [OLDEST_SDK, NEWEST_SDK] : [LOCKED_SDK];
}

/** Has a stack's program run with an SDK. */
export function runWith(stack: Stack, sdk: string): void {
  if (sdk !== LOCKED_SDK) {
    stack.useSdk(sdk);
  }
}
