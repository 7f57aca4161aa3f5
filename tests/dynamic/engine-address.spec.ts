import { expect } from "chai";
import { engineAddress } from "../../provider/dynamic/engine-address";

describe("engineAddress", () => {
  const addresses: readonly (readonly [argument: string, host: string, port: number])[] = [
    ["127.0.0.1:4321", "127.0.0.1", 4321],
    ["localhost:80", "localhost", 80],
    ["engine-1.example:65535", "engine-1.example", 65535],
    ["[::1]:4321", "::1", 4321],
  ];
  for (const [argument, host, port] of addresses) {
    it(`is ${host} and ${port} when the last argument is ${argument}`, () => {
      expect(engineAddress(["node", "run", argument])).to.deep.equal({ host, port });
    });
  }

  for (const argv of [
    [],
    ["node"],
    ["127.0.0.1:1", "--flag"],
    ["localhost"],
    ["localhost:"],
    [":80"],
    ["a b:1"],
  ]) {
    it(`is unknown to a process started as ${JSON.stringify(argv)}`, () => {
      expect(engineAddress(argv)).to.equal(undefined);
    });
  }
});
