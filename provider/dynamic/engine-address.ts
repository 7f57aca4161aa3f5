/** Where an engine listens. */
export type EngineAddress = { readonly host: string; readonly port: number };

/** Address of the engine that started this provider process: always the last argument. Undefined under any other caller. */
export function engineAddress(argv: readonly string[] = process.argv): EngineAddress | undefined {
  const [, host, port] = /^\[?([\w.:-]+?)\]?:(\d+)$/.exec(argv.at(-1) ?? "") ?? [];
  return host === undefined || port === undefined ? undefined : { host, port: Number(port) };
}
