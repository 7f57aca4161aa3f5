import { expect } from "chai";
import { PingOneApiError, PingOneError } from "../../../provider/errors";
import type { Props } from "../../../provider/lifecycle";
import { refusalOf } from "../../errors/refusal-of";
import { deleteUser } from "../../helpers/outside";
import { createSession, recordReport } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { bringUp, refresh, type Stored } from "../bring-up";
import { type ActionSample, actionSamples, lifecycleOf } from "./action-samples";

for (const sample of actionSamples) {
  const { type, suffix, subject, others, readsState = false } = sample;

  withSimulator(`${type} once it has run`, (simulator) => {
    /** The state of an earlier run for a user whom PingOne has. */
    function setUp(): Stored<Props> & { readonly userId: string } {
      const { environmentId, userId } = addUser(simulator, { password: "Old-Secret.42", forceChange: true });
      const inputs = {
        ...sample.inputs,
        environmentId,
        ...(subject === "userId" ? { userId } : {}),
        ...("applicationId" in others ? { applicationId: simulator.application.clientId } : {}),
      };
      const id = `${environmentId}/${subject === "userId" ? userId : "alice"}/${suffix}`;
      return { id, inputs, outs: { ...inputs, ...sample.outs }, userId };
    }
    const lifecycle = () => lifecycleOf(type, createSession(simulator));
    const reads = readsState ? ["readPasswordState"] : [];

    it("is read as it is", async () => {
      const { userId: _user, ...stored } = setUp();
      expect(await refresh(lifecycle(), stored)).to.deep.equal(stored);
      expect(calls(simulator)).to.deep.equal(reads);
    });

    it(`is ${readsState ? "gone with its user" : "read without a look at the user"}`, async () => {
      const { userId, ...stored } = setUp();
      await deleteUser(simulator, userId);
      simulator.ledger.clear();
      const found = await refresh(lifecycle(), stored);
      expect(found).to.deep.equal(readsState ? undefined : stored);
      expect(calls(simulator)).to.deep.equal(reads);
    });

    it("cannot be looked up", async () => {
      const { id } = setUp();
      const error = await refusalOf(PingOneError, lifecycle().read(id, {}, recordReport()));
      expect(error.message).to.contain(`A ${type} cannot be looked up`).and.to.contain("Declare it");
    });

    it("does nothing when it is deleted", async () => {
      const { id, outs } = setUp();
      await lifecycle().delete(id, outs, recordReport());
      expect(calls(simulator)).to.deep.equal([]);
    });

    it("makes no call while nothing changes", async () => {
      const { userId: _user, ...stored } = setUp();
      expect(await bringUp(lifecycle(), stored.inputs, stored)).to.equal(stored);
      expect(calls(simulator)).to.deep.equal([]);
    });

    if (readsState) {
      it("does not take another failure for gone", async () => {
        const { userId: _user, ...stored } = setUp();
        simulator.failNext("readPasswordState", { status: 403 });
        expect((await refusalOf(PingOneApiError, refresh(lifecycle(), stored))).status).to.equal(403);
      });
    }

    for (const [name, value] of Object.entries(others)) {
      it(`keeps another ${name} for the next run, without a call`, async () => {
        const { userId: _user, ...stored } = setUp();
        const { outs } = await bringUp(lifecycle(), { ...stored.inputs, [name]: value }, stored);
        expect(calls(simulator)).to.deep.equal([]);
        expect(outs).to.deep.equal({ ...stored.outs, [name]: value });
      });
    }

    if (Object.keys(sample.secrets).length > 0) {
      it("says so when a secret did not reach the process that runs it", async () => {
        const { inputs } = setUp();
        for (const name of sample.required) {
          const given = new Map(
            Object.entries(sample.secrets)
              .filter(([other]) => other !== name)
              .map(([other, value]) => [keyOf(inputs, sample, other), value]),
          );
          const error = await refusalOf(
            PingOneError,
            lifecycleOf(type, createSession(simulator, { values: given })).create(inputs, recordReport()),
          );
          expect(error.message).to.contain("did not reach this step").and.to.contain("run the command again");
          expect(calls(simulator), "nothing is begun").not.to.include("startFlow");
        }
      });
    }
  });
}

/** How a secret is kept in the process that checked it. */
function keyOf({ environmentId, userId }: Props, { suffix }: ActionSample, name: string): string {
  return [environmentId, userId, suffix].map(String).join("/").concat(`#${name}`);
}
