/** Address of the engine that started this provider process: always the last argument. Undefined under any other caller. */
export function engineAddress(argv: readonly string[] = process.argv): string | undefined {
  const last = argv.at(-1);
  return last !== undefined && /^[\w.[\]:-]+:\d+$/.test(last) ? last : undefined;
}
