import { type Script, type Shape, type Step, wholeLife } from "./shape";

/** The oldest @pulumi/pulumi and the newest, beside the locked one. */
const SDKS = ["pulumi-sdk-oldest", "pulumi-sdk-newest"] as const;
const UP = ["up", "--yes", "--skip-preview"] as const;
const NO_CHANGE: Step = { pulumi: [...UP, "--expect-no-changes"] };
const DESTROY = ["destroy", "--yes", "--skip-preview"] as const;

/** The one that every run of the tests lives through. */
export const component: Shape = {
  title: "a component with several children",
  programs: ["component"],
  sdks: SDKS,
  outputs: { statuses: ["OK", "OK"] },
  resources: [
    "acme:index:Team$User::alice",
    "acme:index:Team$User::bob",
    "acme:index:Team$UserPassword::alice",
    "acme:index:Team$UserPassword::bob",
  ],
  life: wholeLife({ alice: "ALICE_PASSWORD", bob: "BOB_PASSWORD" }),
};

export const shapes: readonly Shape[] = [
  {
    title: "nested components, dependsOn a component, given providers, a sibling's output, two of one kind",
    programs: [
      "nested-components",
      "depends-on-component",
      "component-with-providers",
      "sibling-output",
      "two-of-one-kind",
    ],
    sdks: SDKS,
    outputs: {
      members: 2,
      performed: false,
      usernames: [["blue-tester"], ["green-tester"]],
    },
    resources: [
      ...["nina", "noah"].flatMap((name) => [
        `nested:index:Company$nested:index:Member$User::${name}`,
        `nested:index:Company$nested:index:Member$UserPassword::${name}`,
        `nested:index:Company$nested:index:Member$User$PasswordUnlock::${name}`,
      ]),
      "nested:index:Company$PasswordForceChange::nina",
      ...["dora", "dave"].map((name) => `depends:index:Founders$User::${name}`),
      ...["gina", "glen"].map((name) => `depends:index:Guests$User::${name}`),
      "User::last",
      ...["paul", "pia", "petra"].flatMap((name) => [
        `providers:index:Partners$User::${name}`,
        `providers:index:Partners$UserPassword::${name}`,
      ]),
      ...["sam", "sam-twin"].flatMap((name) => [
        `sibling:index:Account$User::${name}`,
        `sibling:index:Account$UserPassword::${name}`,
      ]),
      "sibling:index:Account$PasswordUnlock::sam",
      ...["blue", "green"].flatMap((name) => [
        `two:index:Fixture$User::${name}-admin`,
        `two:index:Fixture$UserPassword::${name}-admin`,
        `two:index:Fixture$TestUsers::${name}-users`,
      ]),
    ],
    providers: { "providers:index:Partners": "partner", "two:index:Fixture": "default" },
    order: [
      ["dora", "gina"],
      ["dave", "gina"],
      ["dora", "glen"],
      ["dave", "glen"],
      ["gina", "last"],
      ["glen", "last"],
      ["sam", "sam-twin"],
    ],
    life: wholeLife({
      ...{ nina: "ALICE_PASSWORD", noah: "ALICE_PASSWORD" },
      ...{
        dora: "NO_PASSWORD",
        dave: "NO_PASSWORD",
        gina: "NO_PASSWORD",
        glen: "NO_PASSWORD",
        last: "NO_PASSWORD",
      },
      ...{ paul: "ALICE_PASSWORD", pia: "ALICE_PASSWORD", petra: "ALICE_PASSWORD" },
      ...{ sam: "BOB_PASSWORD", "sam-twin": "BOB_PASSWORD" },
      ...{ "blue-admin": "ALICE_PASSWORD", "blue-tester": "BOB_PASSWORD" },
      ...{ "green-admin": "ALICE_PASSWORD", "green-tester": "BOB_PASSWORD" },
    }),
  },
  {
    title:
      "getUserOutput that feeds a UserPassword, pulumi.all and apply, transformations that only pass through",
    programs: ["get-user-output", "all-and-apply", "stack-transforms"],
    seed: [{ username: "erin" }],
    outputs: {
      email: "finn@example.com",
      made: ["OK", "OK"],
      sentence: "amy and art",
      // The transformation is registered behind the two other programs.
      transformed: 5,
    },
    life: wholeLife(
      {
        erin: "ALICE_PASSWORD",
        finn: "BOB_PASSWORD",
        ...{ amy: "ALICE_PASSWORD", art: "ALICE_PASSWORD" },
        ...{ tess: "ALICE_PASSWORD", theo: "ALICE_PASSWORD" },
      },
      { erin: "ALICE_PASSWORD" },
    ),
  },
  {
    title: "50 users in a loop",
    programs: ["fifty-users"],
    outputs: { count: 50 },
    life: wholeLife(
      Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`load-${index + 1}`, "NO_PASSWORD"])),
    ),
  },
  {
    title: "a component with a new name and type, and aliases",
    programs: ["renamed-component"],
    life: [
      { pulumi: [...UP], holds: { cleo: "ALICE_PASSWORD", cato: "ALICE_PASSWORD" } },
      { ...NO_CHANGE, programs: ["renamed-component-after"] },
      { pulumi: [...UP], holds: { cleo: "ALICE_PASSWORD", cato: "ALICE_PASSWORD" } },
      { pulumi: [...DESTROY], holds: {} },
    ],
  },
  {
    title: "protect on a component",
    programs: ["protected"],
    life: [
      { pulumi: [...UP] },
      {
        pulumi: [...DESTROY],
        fails: true,
        says: /cannot be deleted[^]*protected|protected[^]*cannot be deleted/,
        holds: { vera: "ALICE_PASSWORD", vito: "ALICE_PASSWORD" },
      },
      { ...NO_CHANGE },
      { pulumi: [...UP], env: { UNPROTECTED: "1" } },
      { pulumi: [...DESTROY], holds: {} },
    ],
  },
  {
    title: "retainOnDelete and deletedWith",
    programs: ["retained-and-deleted-with"],
    life: wholeLife({ ruth: "ALICE_PASSWORD", dirk: "BOB_PASSWORD" }, { ruth: "ALICE_PASSWORD" }),
  },
  {
    title: "a StackReference",
    programs: ["stack-reference-people"],
    life: [
      { pulumi: ["stack", "init", "people"] },
      { pulumi: [...UP, "--stack", "people"], holds: { rosa: "NO_PASSWORD" } },
      { pulumi: ["preview", "--stack", "dev"], programs: ["stack-reference"] },
      { pulumi: [...UP, "--stack", "dev"], holds: { rosa: "ALICE_PASSWORD" } },
      { pulumi: [...UP, "--stack", "dev", "--expect-no-changes"] },
      { pulumi: [...DESTROY, "--stack", "dev"], holds: { rosa: "ALICE_PASSWORD" } },
      { pulumi: [...DESTROY, "--stack", "people"], holds: {} },
    ],
  },
  {
    title: "the program and tsconfig of Pulumi's own template, type-checked",
    programs: ["template"],
    env: { PULUMI_NODEJS_TRANSPILE_ONLY: "false" },
    outputs: { statuses: ["OK", "OK"] },
    life: wholeLife({ alice: "ALICE_PASSWORD", bob: "BOB_PASSWORD" }),
  },
  {
    title: "an ES module with await at its top level",
    programs: ["es-module"],
    outputs: { policyName: "Standard" },
    life: wholeLife({ alice: "ALICE_PASSWORD", bob: "BOB_PASSWORD" }),
  },
  {
    title: "a program that tsx runs",
    programs: ["tsx"],
    // As nodeargs in Pulumi.yaml, which not every language host reads.
    env: { NODE_OPTIONS: "--import=tsx" },
    outputs: { role: "tester" },
    life: wholeLife({ alice: "ALICE_PASSWORD", bob: "BOB_PASSWORD" }),
  },
];

/** Run by node itself: the engine is what the script starts, or nowhere. */
export const scripts: readonly Script[] = [
  {
    title: "an inline program of the Automation API with a transform of its stack",
    folder: "inline-program",
    sdks: SDKS,
    runs: [
      {
        node: ["--import", "tsx", "main.ts"],
        says: /^\{"create":6\}\n\{"policy":"Standard","count":2\}\n\{"same":6\}\n$/,
        holds: { alice: "ALICE_PASSWORD", bob: "BOB_PASSWORD" },
      },
      { node: ["--import", "tsx", "main.ts", "destroy"], says: /\{"delete":6\}\n$/, holds: {} },
    ],
  },
  {
    title: "an inline program whose component is refused, which ends with the component's error",
    folder: "inline-failing-parent",
    sdks: SDKS,
    runs: [
      {
        node: ["--import", "tsx", "main.ts"],
        fails: true,
        says: /teams are not allowed in this stack/,
        holds: {},
      },
    ],
  },
  {
    title: "a unit test of a component with setMocks",
    folder: "unit-test",
    sdks: SDKS,
    runs: [
      {
        node: ["--import", "tsx", "--test", "--test-reporter=tap", "team.test.ts"],
        says: /^# pass 1$/m,
        holds: {},
      },
    ],
  },
];
