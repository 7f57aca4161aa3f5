import { inspect } from "node:util";
import { expect } from "chai";
import { MASK_SOCKET, maskSecret } from "../../provider/delivery/mask-secret";
import { PingOneError } from "../../provider/errors";
import { refusalOf } from "../errors/refusal-of";
import { listenForMasks } from "./listen-for-masks";
import { withFolder } from "./with-folder";

const value = 'Secret\n"Word".42';
const refusal =
  "deliverTo.githubEnv: the password could not be masked in the job's log, so none was set. Run `npx pulumi-pingone-password mask -- pulumi up`.";

describe("maskSecret", () => {
  const path = withFolder();

  it("sends the value on one line of JSON, and waits for the answer", async () => {
    const listener = await listenForMasks(path("mask"));
    await maskSecret(value, { [MASK_SOCKET]: path("mask") });
    listener.close();
    expect(listener.received).to.deep.equal([`${JSON.stringify(value)}\n`]);
  });

  it("fails when nobody listens", async () => {
    const error = await refusalOf(PingOneError, maskSecret(value, { [MASK_SOCKET]: path("mask") }));
    expect(error.message).to.equal(refusal);
  });

  it("fails without an address", async () => {
    const error = await refusalOf(PingOneError, maskSecret(value, {}));
    expect(error.message).to.equal(refusal);
  });

  it("fails when the other side hangs up without an answer, and tells nothing of the value", async () => {
    const listener = await listenForMasks(path("mask"), () => undefined);
    const error = await refusalOf(PingOneError, maskSecret(value, { [MASK_SOCKET]: path("mask") }));
    listener.close();
    expect(error.message).to.equal(refusal);
    expect(inspect(error, { depth: Infinity })).not.to.contain("Word");
  });
});
