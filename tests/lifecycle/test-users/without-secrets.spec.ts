import { expect } from "chai";
import { NO_MARK, splitMarks, WITHHELD_MARK } from "../../../provider/lifecycle/test-users/password-marks";
import { WITHOUT_SECRETS } from "../../../provider/preview-flag";
import { withSimulator } from "../../helpers/with-simulator";
import { password, previewUsers, upUsers } from "./up-users";

const VARIABLE = "TEST_USERS_WITHOUT_SPEC";

withSimulator("TestUsers without their secrets", (simulator) => {
  afterEach(() => {
    Reflect.deleteProperty(process.env, WITHOUT_SECRETS);
    Reflect.deleteProperty(process.env, VARIABLE);
  });

  const rows = { alice: { valueFrom: { env: VARIABLE } }, bob: {} };

  it("counts those that are not checked, and marks new ones as another", async () => {
    process.env[WITHOUT_SECRETS] = "1";
    const { inputs, warnings, reasons: found } = await previewUsers(simulator, rows);
    expect(found).to.deep.equal([]);
    expect(warnings).to.deep.equal([
      "1 of the passwords are not set here, and PINGONE_PREVIEW_WITHOUT_SECRETS=1: they are not checked, and nothing may be written.",
    ]);
    const marks = splitMarks(["alice", "bob"], String(inputs["fingerprints"]));
    expect([marks.get("alice"), marks.get("bob")]).to.deep.equal([WITHHELD_MARK, NO_MARK]);
  });

  it("takes those of earlier runs for unchanged", async () => {
    process.env[VARIABLE] = password(1);
    const before = await upUsers(simulator, rows);
    Reflect.deleteProperty(process.env, VARIABLE);
    process.env[WITHOUT_SECRETS] = "1";
    const { diff } = await previewUsers(simulator, rows, {}, { before });
    expect(diff?.changes).to.equal(false);
    const more = await previewUsers(simulator, { ...rows, bob: rows.alice }, {}, { before });
    expect(more.infos).to.deep.equal(["2 users declared: 1 with another password (bob)."]);
  });
});
