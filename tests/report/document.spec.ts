import { expect } from "chai";
import { readDocument, UnusableInput } from "../../provider/report";
import { exportJson, held, previewJson, said, step, urnOf } from "./documents";

describe("readDocument", () => {
  const unusable: readonly (readonly [what: string, text: string, message: RegExp])[] = [
    ["nothing", "", /^The input is empty, .* standard error\.$/],
    ["white space", " \n", /^The input is empty/],
    ["a text", "Previewing update (dev)", /^The input is not JSON\. Give what `pulumi preview --json`/],
    ["a JSON that is cut off", '{"steps": [', /^The input is not JSON\./],
    ["engine events", '{"sequence":0,"preludeEvent":{}}\n{"sequence":1}', /is a stream of engine events/],
    ["the two documents of up --json", '{"steps":[]}\n{"sequence":0,"summaryEvent":{}}', /stream of engine/],
    ...["{}", "[]", "null", "1", '"steps"', '{"deployment":[]}', '{"resourcePlans":{}}'].map(
      (text) => [text, text, /^The input is JSON, but neither a preview nor the state of a stack\./] as const,
    ),
  ];
  for (const [what, text, message] of unusable) {
    it(`refuses ${what} with one sentence on what to give`, () => {
      expect(() => readDocument(text)).to.throw(UnusableInput, message);
    });
  }

  it("repeats nothing of what it cannot read", () => {
    expect(() => readDocument('Pl4nted-Secret {"steps": Pl4nted-Secret')).to.throw(
      UnusableInput,
      /^(?!.*Pl4nted)/,
    );
  });

  it("takes a preview that failed before its first step for one", () => {
    expect(readDocument('{"duration":1,"changeSummary":{}}')).to.deep.equal({
      kind: "preview",
      steps: [],
      messages: [],
    });
  });

  it("passes over lines of policy packs and plugins around the document", () => {
    const text = previewJson([step("create", undefined, { urn: urnOf("User", "alice") })]);
    const pack = "Installing policy pack {a} 1.0.0\r\nLoading policy packs...\r\n";
    for (const around of [`${pack}${text}`, `${pack}${text}\nPolicies:\n    a@v1.0.0 (local)\n`]) {
      expect(readDocument(around)).to.deep.equal(readDocument(text));
    }
    expect(readDocument(`${pack}${exportJson([])}`)).to.have.property("kind", "state");
  });

  it("keeps the steps of this package's resources alone, wherever they stand", () => {
    const nested = `urn:pulumi:dev::test::my:Component$pulumi-nodejs:dynamic/pingone:User::a::b`;
    const text = previewJson([
      step("create", undefined, { urn: nested }),
      step("create", undefined, { urn: "urn:pulumi:dev::test::pulumi:pulumi:Stack::test-dev" }),
      step("create", undefined, { urn: "urn:pulumi:dev::test::pulumi-nodejs:dynamic/pingone:Other::x" }),
      step("create", undefined, { urn: "urn:pulumi:dev::test::pulumi-nodejs:dynamic/pingone:toString::x" }),
      step("create", undefined, { urn: "urn:pulumi:dev::test::random:Password::x" }),
    ]);
    const document = readDocument(text);
    expect(
      document.kind === "preview" && document.steps.map(({ type, resource }) => [type, resource]),
    ).to.deep.equal([["User", "a::b"]]);
  });

  it("takes no offence at what is not as it should be", () => {
    const odd = [
      null,
      1,
      {},
      { op: "create", urn: urnOf("User", "x"), newState: 1 },
      { op: 1, urn: urnOf("User", "y") },
    ];
    const text = JSON.stringify({
      steps: odd,
      diagnostics: [null, { message: 1 }, { urn: 1, severity: {} }],
    });
    const document = readDocument(text);
    expect(document.kind === "preview" && document.steps).to.have.length(1);
  });

  it("takes the prefix off a message that is a warning or an error", () => {
    const document = readDocument(previewJson([], [said("User", "x", "careful", "warning")]));
    expect(document.kind === "preview" && document.messages).to.deep.equal([
      { subject: { type: "User", resource: "x" }, severity: "warning", text: "careful" },
    ]);
  });

  it("leaves out what waits for its deletion", () => {
    const resources = [held("User", "kept", {}), held("User", "gone", {}, {}, { delete: true })];
    const document = readDocument(exportJson(resources));
    expect(document.kind === "state" && document.resources.map(({ resource }) => resource)).to.deep.equal([
      "kept",
    ]);
  });

  it("takes a stack without resources for one", () => {
    expect(readDocument('{"version":3,"deployment":{"manifest":{}}}')).to.deep.equal({
      kind: "state",
      resources: [],
    });
  });
});
