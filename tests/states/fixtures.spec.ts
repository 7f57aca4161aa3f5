import { expect } from "chai";
import { readFileSync } from "node:fs";
import { lifecycles } from "../../provider/lifecycle";
import type { Snapshot } from "../../simulator";
import type { StateResource } from "../helpers/stack";
import { filesOf, listFixtures } from "./fixture";
import { ODD_PASSWORDS } from "./odd-values";
import { ACTION_PASSWORDS, CLIENT_SECRET, PASSWORDS } from "./planted";

type KeptResource = Pick<StateResource, "type"> & {
  readonly inputs?: StateResource["inputs"];
  readonly parent?: string;
  readonly delete?: boolean;
};
type State = { deployment: { resources: KeptResource[] } };

describe("the states that are kept", () => {
  for (const fixture of listFixtures()) {
    const { state, pingone } = filesOf(fixture);
    const { resources } = (JSON.parse(readFileSync(state, "utf8")) as State).deployment;

    it(`hold no secret and no path of a machine: ${Object.values(fixture).join("/")}`, () => {
      const secrets = [
        CLIENT_SECRET,
        ...Object.values({ ...PASSWORDS, ...ACTION_PASSWORDS }),
        ...ODD_PASSWORDS,
      ];
      const forms = secrets.flatMap((secret) => [
        secret,
        JSON.stringify(secret).slice(1, -1),
        Buffer.from(secret).toString("base64"),
      ]);
      for (const file of [state, pingone]) {
        const text = readFileSync(file, "utf8");
        expect(forms.filter((form) => text.includes(form))).to.deep.equal([]);
        expect(text).not.to.match(/"(plaintext|sourcePosition|stackTrace)"|project:\/\/|127\.0\.0\.1:/);
      }
      expect((JSON.parse(readFileSync(pingone, "utf8")) as Snapshot).mails, "mails with codes").to.deep.equal(
        [],
      );
    });

    if (fixture.story === "everything") {
      it(`hold every resource type, an explicit provider and a component's child: ${fixture.code}, ${fixture.sdk}`, () => {
        const types = resources.map(({ type }) => type);
        const names = Object.keys(lifecycles).map((name) => `pulumi-nodejs:dynamic/pingone:${name}`);
        expect(types).to.include.members(names);
        expect(
          resources.filter(({ inputs }) => inputs?.["pingone:explicitProvider"] === "true"),
        ).to.have.length(1);
        expect(resources.filter(({ parent }) => parent?.includes("test:index:Account"))).to.have.length(1);
      });
    }
    if (fixture.story === "pending-deletion") {
      it(`hold a pending deletion: ${fixture.code}, ${fixture.sdk}`, () => {
        expect(resources.filter((resource) => resource.delete === true)).to.have.length(1);
      });
    }
  }
});
