import { expect } from "chai";
import { FakeMachine } from "./fake-machine";
import { rejectionOf } from "./rejection-of";
import { setUp } from "./scripts";

describe("setUp", () => {
  let machine: FakeMachine;
  const note = (text: string): string =>
    `require("node:fs").appendFileSync(${JSON.stringify(machine.log)}, ${JSON.stringify(`${text}\n`)});`;
  beforeEach(() => {
    machine = new FakeMachine();
    machine.writeFile("repository/package-lock.json", "{}");
    machine.env["npm_execpath"] = machine.writeFile("npm-cli.js", note("npm"));
    machine.writeFile("repository/node_modules/typescript/bin/tsc", note("tsc"));
    machine.allowDownloads();
  });
  afterEach(() => {
    machine.remove();
  });

  it("installs, builds and gets the engine, in this order", async () => {
    const { pulumi } = await setUp(machine.context);
    expect(machine.calls).to.deep.equal(["npm", "tsc", "download 3.265.0"]);
    expect(machine.output).to.contain(
      `Pulumi engine 3.265.0, downloaded by the npm package "pulumi": ${pulumi}`,
    );
  });

  it("leaves everything but the compiler's own check out of a second run", async () => {
    const first = await setUp(machine.context);
    const second = await setUp(machine.context);
    expect(second).to.deep.equal({ ...first, how: "already installed" });
    expect(machine.calls).to.deep.equal(["npm", "tsc", "download 3.265.0", "tsc"]);
  });

  it("stops with the compiler's errors before it looks for an engine", async () => {
    const code = 'console.log("a.ts(1,1): error TS1005"); process.exit(2);';
    machine.writeFile("repository/node_modules/typescript/bin/tsc", code);
    expect(await rejectionOf(setUp(machine.context)))
      .to.contain("a.ts(1,1): error TS1005")
      .and.to.contain("do not compile");
    expect(machine.calls).to.deep.equal(["npm"]);
  });
});
