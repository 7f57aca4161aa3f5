import type { Input } from "@pulumi/pulumi";
import type { ConnectionSettings } from "../config";

/** The same arguments, each of which may be an output of another resource. Alternatives stay alternatives. */
export type InputArgs<A extends { connection?: ConnectionSettings | undefined }> = A extends unknown
  ? InputsOf<Omit<A, "connection">> & { connection?: Input<ConnectionInputs> | undefined }
  : never;

type ConnectionInputs = ConnectionSettings extends infer C
  ? C extends unknown
    ? InputsOf<C>
    : never
  : never;

/** What excludes another argument stays nothing at all: no output of it either. */
type InputsOf<A> = { [K in keyof A]: [A[K]] extends [undefined] ? undefined : Input<A[K]> };
