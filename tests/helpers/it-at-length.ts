/** A test of minutes on the engine that `npm run test:all` alone runs: what it shows has unit tests, and shorter ones on the engine. */
export function itAtLength(title: string, test: () => Promise<void>): void {
  if (process.env["TEST_ALL"] === "1") {
    it(title, test);
  }
}
