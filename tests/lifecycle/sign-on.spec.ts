import { expect } from "chai";
import { PingOneError } from "../../provider/errors";
import { requireStep, stoppedAt } from "../../provider/lifecycle/sign-on";
import type { Flow } from "../../provider/operations";

const flow: Flow = { environmentId: "e", id: "f", status: "OTP_REQUIRED", links: {}, cookie: "ST=secret" };

describe("requireStep", () => {
  it("lets a sign-on go on that waits for what comes next", () => {
    expect(() => {
      requireStep(flow, ["COMPLETED", "OTP_REQUIRED"]);
    }).not.to.throw();
  });

  it("names the step that it waits for instead, and what to do", () => {
    expect(() => {
      requireStep(flow, ["COMPLETED"]);
    }).to.throw(
      PingOneError,
      /^The sign-on stops at OTP_REQUIRED, .* Use an application whose sign-on policy/,
    );
  });
});

describe("stoppedAt", () => {
  it("names why a sign-on failed, where PingOne tells, and where to look", () => {
    const failed = { ...flow, status: "FAILED" };
    expect(stoppedAt(failed).message).to.match(/^The sign-on failed: see the environment's audit/);
    const error = { code: "NOT_ALLOWED", message: "no" };
    expect(stoppedAt({ ...failed, error }).message).to.match(/^The sign-on failed \(NOT_ALLOWED\): /);
  });

  it("brings nothing to a terminal but a name", () => {
    const status = `\u001b[31mOTP ${"X".repeat(200)}`;
    const { message } = stoppedAt({ ...flow, status });
    expect(message).not.to.contain("\u001b").and.not.to.contain("OTP X");
    expect(message).to.contain(`31mOTP${"X".repeat(58)},`);
  });

  it("says nothing of the session", () => {
    expect(stoppedAt(flow).message).not.to.contain("secret");
  });
});
