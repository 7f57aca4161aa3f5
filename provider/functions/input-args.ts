import type { Input } from "@pulumi/pulumi";
import type { ConnectionSettings } from "../config";

/** The same arguments, each of which may be an output of another resource. */
export type InputArgs<A extends { connection?: ConnectionSettings | undefined }> = {
  [K in keyof Omit<A, "connection">]: Input<A[K]>;
} & { connection?: Input<{ [K in keyof ConnectionSettings]: Input<ConnectionSettings[K]> }> | undefined };
