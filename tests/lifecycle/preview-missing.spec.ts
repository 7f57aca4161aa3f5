import { expect } from "chai";
import { type ComingSet, previewAdoption, previewSet } from "../../provider/lifecycle/preview-set";
import { createRunReads } from "../../provider/lifecycle/run-reads";
import type { UserRef } from "../../provider/operations";
import { recordReport, transportTo } from "../helpers/session";
import { calls, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "../operations/unknown-user";
import { value } from "./check-inputs";

withSimulator("a preview of what PingOne does not know", (simulator) => {
  async function preview(user: UserRef, coming: ComingSet | "adoption") {
    const report = recordReport();
    const reads = createRunReads(transportTo(simulator));
    const failures =
      coming === "adoption"
        ? await previewAdoption(reads, user, report)
        : await previewSet(reads, user, coming, report);
    return { failures, infos: report.infos, warnings: report.warnings };
  }
  const sets: readonly ComingSet[] = [
    { value, policyCheck: "error" },
    { recipe: {}, place: 'the file "a.txt"' },
  ];

  it("says of an unknown user that there is none, and of no value that it satisfies a policy", async () => {
    const user = unknownUser(simulator);
    for (const coming of sets) {
      const { failures, infos, warnings } = await preview(user, coming);
      expect([failures, infos]).to.deep.equal([[], []]);
      expect(warnings).to.deep.equal([
        `PingOne knows no user ${user.userId} in environment ${user.environmentId}: the set fails unless something else makes the user before. Check environmentId and userId.`,
      ]);
    }
  });

  it("does not call an unknown environment an unknown user", async () => {
    const environmentId = "99999999-2222-4333-8444-555555555555";
    for (const coming of [...sets, "adoption" as const]) {
      const what = coming === "adoption" ? "adoption" : "set";
      expect(await preview({ ...unknownUser(simulator), environmentId }, coming)).to.deep.equal({
        failures: [],
        infos: [],
        warnings: [
          `PingOne knows no environment ${environmentId}: the ${what} fails. Check environmentId, and the API URL or region.`,
        ],
      });
    }
    expect(calls(simulator)).to.deep.equal(
      Array(3).fill(["readPasswordState", "listPasswordPolicies"]).flat(),
    );
  });
});
