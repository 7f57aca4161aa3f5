import { truncateSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { readDocument } from "../docs/documents";
import { withStack } from "../helpers/with-stack";
import { mendTornFile, TORN } from "./torn-file";

const VALUE = "Copper-Kettle!71x";

withStack(
  "a state in files whose engine was killed while it wrote",
  ({ simulator, stack, newUser, writes }) => {
    it("has one way back, wherever it is told", () => {
      for (const page of ["README.md", "docs/troubleshooting.md"]) {
        expect(readDocument(page), page).to.include("find .pulumi -name '*.attrs' -empty -delete");
      }
    });

    it("is there again, whole, after the command of the README", async () => {
      const userId = newUser();
      stack().setEnv({ VALUE });
      stack().program(`
      new pingone.UserPassword("alice", {
        environmentId: "${simulator().environmentId}", userId: "${userId}", valueFrom: { env: "VALUE" }
      });
    `);
      await stack().up();
      truncateSync(join(stack().backend, ".pulumi/stacks/test/dev.json.attrs"));
      expect(await stack().fail("cancel", "--yes")).to.include(TORN);
      expect(await stack().fail("up", "--yes", "--skip-preview")).to.include(TORN);

      mendTornFile(stack());
      await stack().run("cancel", "--yes");
      await stack().up("--refresh", "--expect-no-changes");
      expect(writes()).to.deep.equal(["setPassword 200"]);
    });
  },
);
