import { expect } from "chai";
import { asAReader, leftBlank } from "./as-a-reader";

describe("asAReader", () => {
  const reader = { ports: { 8480: 50001, 8481: 50002 }, blanks: [[/^(x) \.\.\./, "$1 filled"]] as const };
  const typed = (line: string) => asAReader(line, reader);

  it("starts a simulator beside the shell, at a port that is free", () => {
    expect(typed("npx pingone-simulator --seed a.json # in another terminal")).to.equal(
      "__beside 50001 npx pingone-simulator --seed a.json --port 50001",
    );
    expect(typed("npx pingone-simulator --port 8481")).to.equal(
      "__beside 50002 npx pingone-simulator --port 50002",
    );
    expect(typed("npm run simulator")).to.equal("__beside 50001 npm run simulator -- --port 50001");
    expect(typed("curl localhost:8480/simulator/clock")).to.equal("curl localhost:50001/simulator/clock");
  });

  it("pastes what the simulator printed, and makes up passwords, another one in each block", () => {
    expect(typed("export PINGONE_...   # paste")).to.equal("__paste   # paste");
    const line = "export A_PASSWORD='...' B_PASSWORD='...'";
    const passwords = [0, 1].flatMap((block) => asAReader(line, reader, block).match(/'[^']+'/g) ?? []);
    expect(new Set(passwords)).to.have.lengthOf(4);
  });

  it("fills what the page's scenario knows, and leaves a blank that nobody does", () => {
    expect(leftBlank(typed("x ... # whatever..."))).to.deep.equal([]);
    expect(leftBlank(typed("pulumi config set y ..."))).to.have.length(1);
  });
});
