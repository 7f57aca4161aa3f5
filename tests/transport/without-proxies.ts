const VARIABLES = ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"].flatMap((name) => [
  name,
  name.toLowerCase(),
]);

/** Takes the machine's own proxy settings away from each test of the enclosing suite, and gives them back after it. */
export function withoutProxies(): void {
  const kept = new Map<string, string | undefined>();
  beforeEach(() => {
    for (const name of VARIABLES) {
      kept.set(name, process.env[name]);
      Reflect.deleteProperty(process.env, name);
    }
  });
  afterEach(() => {
    for (const [name, value] of kept) {
      if (value === undefined) {
        Reflect.deleteProperty(process.env, name);
      } else {
        process.env[name] = value;
      }
    }
  });
}
