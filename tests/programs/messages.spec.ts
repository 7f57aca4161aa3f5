import { expect } from "chai";
import { createSimulator } from "../../simulator";
import { itAtLength } from "../helpers/it-at-length";
import { Stack } from "../helpers/stack";
import { usePrograms } from "./live-through";

const TEAM = "messages:index:Team";
const PASSWORD = "pulumi-nodejs:dynamic/pingone:UserPassword";

/** The resources of the program, by the parents that the engine gives them. */
const lines = [
  `${PASSWORD}::top`,
  `${TEAM}$${PASSWORD}::child`,
  `${TEAM}$${TEAM}$${PASSWORD}::grandchild`,
  `${TEAM}$${PASSWORD}::child-of-renamed`,
  `${TEAM}$${TEAM}$${PASSWORD}::alias`,
  `${PASSWORD}$${PASSWORD}::child-of-resource`,
  `${TEAM}$${TEAM}$pulumi:providers:pulumi-nodejs$${PASSWORD}::child-of-provider`,
  `${TEAM}$${TEAM}$${TEAM}$${PASSWORD}::with::colons`,
  `${TEAM}$${PASSWORD}::transformed`,
  `${TEAM}$${PASSWORD}::changed-in-place`,
].map((line) => `urn:pulumi:dev::test::${line}`);

type Preview = {
  readonly steps: readonly { readonly urn: string }[];
  readonly diagnostics: readonly { readonly urn?: string; readonly message: string }[];
};

describe("a message about a resource", function () {
  this.timeout(600_000);

  for (const sdk of [undefined, "pulumi-sdk-oldest", "pulumi-sdk-newest"]) {
    itAtLength(`stands on its own line, whatever its parent, with ${sdk ?? "the locked SDK"}`, async () => {
      const names = [
        ...lines.map((line) => line.replace(/^.*UserPassword::/, "")),
        "transformed-the-old-way",
      ];
      const users = names.map((username) => ({ username }));
      const simulator = await createSimulator({ seed: { users } });
      const stack = new Stack({ ...simulator.env, PULUMI_NODEJS_TRANSPILE_ONLY: "true" });
      stack.limit = { seconds: 180, waitingFor: "the program of messages to end" };
      try {
        if (sdk !== undefined) {
          stack.useSdk(sdk);
        }
        usePrograms(stack, ["messages"], simulator.environmentId);
        await stack.init();
        const printed = await stack.preview("--json");
        const { steps, diagnostics } = JSON.parse(printed.slice(printed.indexOf("{"))) as Preview;
        const warned = diagnostics.filter(({ message }) => message.includes("does not satisfy the policy"));
        expect([...new Set(warned.map(({ urn }) => urn))]).to.have.members(lines);
        expect(steps.map(({ urn }) => urn)).to.include.members(lines);
        expect(printed).to.include("Transformations cannot currently be used to change the `parent`");
      } finally {
        stack.remove();
        await simulator.close();
      }
    });
  }
});
