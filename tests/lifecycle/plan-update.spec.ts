import { expect } from "chai";
import { planUpdate, type UpdatePlan } from "../../provider/lifecycle/plan-update";
import { UNKNOWN } from "../../provider/lifecycle/unknown";
import type { UserPasswordInputs, UserPasswordState } from "../../provider/lifecycle/user-password-types";

const olds: UserPasswordState = { fingerprint: "same", status: "OK", externallyChanged: false };
const news: UserPasswordInputs = { environmentId: "e", userId: "u", fingerprint: "same" };

/** As the engine hands it over at preview. */
const unknownPolicy = { deletionPolicy: UNKNOWN } as unknown as Partial<UserPasswordInputs>;

type Case = readonly [
  what: string,
  olds: Partial<UserPasswordState>,
  news: Partial<UserPasswordInputs>,
  plan: UpdatePlan,
];

describe("planUpdate", () => {
  const cases: readonly Case[] = [
    ["nothing differs", {}, {}, "none"],
    ["the value differs", {}, { fingerprint: "other" }, "set"],
    ["the value is not known yet", {}, { fingerprint: UNKNOWN }, "set"],
    ["the user is not known yet", {}, { userId: UNKNOWN, fingerprint: UNKNOWN }, "none"],
    ["the environment is not known yet", {}, { environmentId: UNKNOWN, fingerprint: UNKNOWN }, "none"],
    ["value and forceChange differ", {}, { fingerprint: "other", forceChange: true }, "set"],
    ["forceChange is switched on", {}, { forceChange: true }, "forceChange"],
    [
      "forceChange is switched from false to true",
      { forceChange: false },
      { forceChange: true },
      "forceChange",
    ],
    ["forceChange stays on", { forceChange: true }, { forceChange: true }, "none"],
    ["forceChange is switched off", { forceChange: true }, { forceChange: false }, "record"],
    ["forceChange is taken away", { forceChange: true }, {}, "record"],
    ["the status is missing", { status: undefined }, {}, "read"],
    ["the status is missing and the value differs", { status: undefined }, { fingerprint: "other" }, "set"],
    [
      "the status is missing and forceChange is on",
      { status: undefined },
      { forceChange: true },
      "forceChange",
    ],
    ["deletionPolicy differs", {}, { deletionPolicy: "unset" }, "record"],
    ["deletionPolicy is taken away", { undo: "unset" }, {}, "record"],
    ["deletionPolicy is not known yet", { undo: "unset" }, unknownPolicy, "none"],
    [
      "deletionPolicyForce differs",
      { undo: "unset" },
      { deletionPolicy: "unset", deletionPolicyForce: true },
      "record",
    ],
    ["deletionPolicyForce has no policy to carry out", {}, { deletionPolicyForce: true }, "none"],
    ["bypassPolicy is given", {}, { bypassPolicy: true }, "none"],
    ["the place of the value differs", {}, { valueFrom: { env: "OTHER" } }, "none"],
    ["the status is another one", { status: "PASSWORD_LOCKED_OUT" }, {}, "none"],
    ["the password was changed outside", { externallyChanged: true }, {}, "none"],
    [
      "a change outside is to be ignored",
      { externallyChanged: true },
      { onExternalChange: "ignore" },
      "record",
    ],
    [
      "a change outside is to be taken back",
      { externallyChanged: true },
      { onExternalChange: "reset" },
      "set",
    ],
    ["nothing is to be taken back", { onExternalChange: "reset" }, { onExternalChange: "reset" }, "none"],
    [
      "the user had to choose another password",
      { externallyChanged: true, forceChange: true, onExternalChange: "reset" },
      { onExternalChange: "reset", forceChange: true },
      "none",
    ],
    [
      "a change is to be taken back for a user who is not known yet",
      { externallyChanged: true, onExternalChange: "reset" },
      { onExternalChange: "reset", userId: UNKNOWN, fingerprint: UNKNOWN },
      "none",
    ],
    ["the value is exposed and stays so", { value: "v" }, { exposeValue: true }, "none"],
    ["the value is not to be exposed any more", { value: "v" }, {}, "record"],
    ["the value is to be exposed, which is not there", {}, { exposeValue: true }, "none"],
  ];
  for (const [what, before, after, plan] of cases) {
    it(`is ${plan} when ${what}`, () => {
      expect(planUpdate({ ...olds, ...before }, { ...news, ...after })).to.equal(plan);
    });
  }
});
