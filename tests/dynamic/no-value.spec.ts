import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { PasswordUnlock, TestUsers, type TestUsersArgs, User, UserPassword } from "../../provider";
import { refuseNoValues, takeNoValues } from "../../provider/dynamic/no-value";
import type { Props } from "../../provider/lifecycle";
import { UNKNOWN } from "../../provider/lifecycle/unknown";
import { recordReport } from "../helpers/session";
import { recordResource } from "../resources/mock-engine";

const user = { environmentId: "e", userId: "u" };
const later = (value: unknown): pulumi.Output<unknown> => pulumi.output("x").apply(() => value);

class Build {
  number = 7;
  at = new Date(0);
  run = () => this.number;
}

class Hidden {
  #number = 7;
  get number() {
    return this.#number;
  }
}

/** What check is handed of a resource that a program declares, and what it says. */
async function checked(declare: () => pulumi.CustomResource, olds: Props = {}) {
  const { inputs } = await recordResource(declare);
  // Secrets reach the provider in plain.
  const sent = JSON.parse(JSON.stringify(inputs), (_key, value: unknown) =>
    isSecret(value) ? value.value : value,
  ) as Props;
  const { props, found } = takeNoValues(sent);
  const report = recordReport();
  const reasons = refuseNoValues(olds, props, found, report).map(({ reason }) => reason);
  return { props, reasons, infos: report.infos, warnings: report.warnings };
}

function isSecret(value: unknown): value is { readonly value: unknown } {
  return typeof value === "object" && value !== null && "4dabf18193072939515e22adb298388d" in value;
}

const triggered = (triggers: unknown, olds?: Props) =>
  checked(() => new PasswordUnlock("alice", { ...user, triggers }), olds);

describe("triggers", () => {
  it("take a Date as its ISO text, wherever it stands and whenever it is there", async () => {
    const { props, reasons, warnings } = await triggered({
      list: [new Date(0), { when: new Date(1) }],
      output: later([new Date(2), { at: later(new Date(3)) }]),
      promise: Promise.resolve({ at: new Date(4) }),
      secret: pulumi.secret("x").apply(() => new Date(5)),
      build: new Build(),
    });
    const at = (milliseconds: number) => new Date(milliseconds).toISOString();
    expect(props["triggers"]).to.deep.equal({
      list: [at(0), { when: at(1) }],
      output: [at(2), { at: at(3) }],
      promise: { at: at(4) },
      secret: at(5),
      build: { number: 7, at: at(0) },
    });
    expect([...reasons, ...warnings]).to.deep.equal([]);
  });

  it("stay what they are otherwise", async () => {
    const { props, reasons } = await triggered([
      null,
      undefined,
      { a: null, b: undefined, c: [true, -1, ""] },
      Buffer.from("ab"),
      later("known"),
      Object.assign(Object.create(null) as object, { d: 1 }),
    ]);
    expect(reasons).to.deep.equal([]);
    expect((props["triggers"] as unknown[]).slice(0, 5)).to.deep.equal([
      null,
      null,
      { a: null, c: [true, -1, ""] },
      { 0: 97, 1: 98 },
      "known",
    ]);
    expect((props["triggers"] as unknown[])[5]).to.deep.equal({ d: 1 });
  });

  const instead = "give a text or a number instead.";
  const none = (name: string) => `is an instance of ${name}, of which Pulumi keeps nothing: ${instead}`;
  const unknownText = "is the text by which Pulumi knows values that are not known yet: give another text.";
  const circular: { self?: unknown } = {};
  circular.self = circular;
  const refused: readonly (readonly [what: string, triggers: unknown, ...reasons: string[]])[] = [
    [
      "a function",
      [1, { when: Date.now }],
      "triggers[1].when is a function, which has no value: call it, or give a text or a number instead.",
    ],
    [
      "a function by itself",
      () => 1,
      "triggers is a function, which has no value: call it, or give a text or a number instead.",
    ],
    ["a symbol", [Symbol("x")], `triggers[0] is a symbol, which has no value: ${instead}`],
    [
      "a bigint",
      { "my key": 5n },
      'triggers["my key"] is a bigint, which Pulumi cannot keep: give its text instead, with String().',
    ],
    ["NaN", [Number("x")], `triggers[0] is NaN, which is no number: ${instead}`],
    ["an invalid Date", [new Date("x")], "triggers[0] is an invalid Date: give a valid one, or a text."],
    [
      "instances that have no properties",
      [new Map([[1, 2]]), new URL("http://x"), new Hidden()],
      `triggers[0] ${none("Map")}`,
      `triggers[1] ${none("URL")}`,
      `triggers[2] ${none("Hidden")}`,
    ],
    [
      "what is there later",
      later({ run: later([() => 1]) }),
      "triggers.run[0] is a function, which has no value: call it, or give a text or a number instead.",
    ],
    ["what is promised", [Promise.resolve(new Set())], `triggers[0] ${none("Set")}`],
    ["what refers to itself", circular, `triggers.self refers to itself: ${instead}`],
    [
      "the text of what is not known",
      [UNKNOWN, { a: later(UNKNOWN) }],
      `triggers[0] ${unknownText}`,
      `triggers[1].a ${unknownText}`,
    ],
  ];
  for (const [what, triggers, ...wanted] of refused) {
    it(`refuse ${what}, by name`, async () => {
      expect(await triggered(triggers)).to.deep.include({ reasons: wanted, warnings: [] });
    });
  }

  it("warn of what the state has already as nothing, so that a stack that works goes on working", async () => {
    const olds = { ...user, triggers: [null, { n: 1 }, {}, { t: {} }] };
    const same = await triggered([() => 1, { n: 1, f: () => 1 }, new Map(), { t: Symbol("x") }], olds);
    expect(same.reasons).to.deep.equal([]);
    expect(same.props["triggers"]).to.deep.equal(olds.triggers);
    expect(same.warnings).to.have.length(4);
    const other = await triggered([() => 1, { n: 2 }, {}], olds);
    expect(other.reasons).to.have.length(1);
  });

  it("say of an empty map in an output that a Date may have been lost there", async () => {
    const said =
      "triggers[0] is an empty map, which never changes: pulumi.output() makes one of a Date; give its text instead, with toISOString().";
    expect(await triggered(pulumi.output([new Date(0)]))).to.deep.include({ reasons: [], warnings: [said] });
  });

  it("say nothing of one that was there before, which may be meant as it is", async () => {
    const { props: olds } = await triggered([pulumi.output({}), 1]);
    const quiet = { reasons: [], warnings: [], infos: [] };
    expect(await triggered([pulumi.output({}), 1], olds)).to.deep.include(quiet);
    expect(await triggered([pulumi.output({}), 2], olds)).to.deep.include(quiet);
    expect((await triggered([pulumi.output({}), pulumi.output({})], olds)).warnings).to.have.length(1);
  });
});

describe("other inputs", () => {
  const unknownText = "is the text by which Pulumi knows values that are not known yet: give another text.";

  it("refuse the text of what is not known, which would be a change at every run", async () => {
    const password = (args: object) => checked(() => new UserPassword("alice", { ...user, ...args }));
    expect((await password({ value: UNKNOWN })).reasons).to.deep.equal([`value ${unknownText}`]);
    expect((await password({ value: later(UNKNOWN) })).reasons).to.deep.equal([`value ${unknownText}`]);
    expect((await password({ userId: UNKNOWN, valueFrom: { env: "X" } })).reasons).to.deep.equal([
      `userId ${unknownText}`,
    ]);
    const users = await checked(
      () =>
        new TestUsers("users", {
          environmentId: "e",
          users: { ann: { value: UNKNOWN }, "b.o": { value: later(UNKNOWN) as never, population: UNKNOWN } },
        }),
    );
    expect(users.reasons).to.have.members([
      `users["ann"].value ${unknownText}`,
      `users["b.o"].value ${unknownText}`,
      `users["b.o"].population ${unknownText}`,
    ]);
  });

  it("refuse a version that is none, of a row as well, unless the state has the row so already", async () => {
    const isDate = "valueVersion is a Date: give its text instead, with toISOString().";
    const valueVersion = new Date(0) as never;
    expect(
      (
        await checked(
          () => new UserPassword("alice", { ...user, generate: {}, exposeValue: true, valueVersion }),
        )
      ).reasons,
    ).to.deep.equal([isDate]);
    const declare = (email: string) => () =>
      new TestUsers("users", {
        environmentId: "e",
        users: { ann: { generate: {}, valueVersion, email }, ben: { valueVersion: later(NaN) as never } },
      });
    const first = await checked(declare("a@x.org"));
    expect(first.reasons).to.deep.equal([
      `users["ann"].${isDate}`,
      'users["ben"].valueVersion is NaN, which is no number: give a text or a number instead.',
    ]);
    const again = await checked(declare("a@x.org"), first.props);
    expect([again.reasons.length, again.warnings.length]).to.deep.equal([0, 2]);
    const other = await checked(declare("b@x.org"), first.props);
    expect([other.reasons.length, other.warnings.length]).to.deep.equal([1, 1]);
  });

  it("take null in a row for left out, of a name as well", async () => {
    const users = {
      ann: { email: null, name: { given: "Ann", family: null }, value: null, valueFrom: null, enabled: null },
      ben: null,
    } as unknown as TestUsersArgs["users"];
    const { props } = await checked(() => new TestUsers("users", { environmentId: "e", users }));
    expect(props).to.deep.include({ users: { ann: { name: { given: "Ann" } }, ben: {} }, passwords: {} });
    expect(props).not.to.have.property("problems");
  });

  it("pass on what is plain as it is", async () => {
    const name = { given: "Ann" };
    const { props } = await checked(() => new User("ann", { environmentId: "e", username: "ann", name }));
    expect(props).to.deep.include({ environmentId: "e", username: "ann", name });
  });
});
