import { expect } from "chai";
import { startCli } from "../run-mask";

describe("pulumi-pingone-password doctor", () => {
  it("ends with 2 for what it cannot be asked, and says the rule", async () => {
    const { code, stderr } = await startCli("doctor", "--environment", "production").ended;
    expect(code).to.equal(2);
    expect(stderr).to.contain("--environment <id>").and.to.contain("lower-case UUID");
    expect((await startCli("doctor", "--nope").ended).code).to.equal(2);
  });

  it("ends with 0 after its help", async () => {
    const { code, stdout } = await startCli("doctor", "--help").ended;
    expect(code).to.equal(0);
    expect(stdout).to.contain("--environment <id>").and.to.contain("--json");
  });
});
