import { expect } from "chai";
import type { Activity } from "../../../simulator/activities/activity-log";
import { ApiError } from "../../../simulator/errors";
import { ACTIVITY_OPERATORS } from "../../../simulator/filter/filter";
import { matchActivity } from "../../../simulator/filter/match-activity";
import { parseFilter } from "../../../simulator/filter/parse-filter";

const ACTIVITY: Activity = {
  id: "a1",
  sequence: 1,
  recordedAt: Date.parse("2026-11-21T09:00:00.400Z"),
  correlationId: "c1",
  actor: { type: "CLIENT", id: "w1", name: "Worker" },
  type: "PASSWORD.SET",
  user: { id: "u1", name: "alice", populationId: "p1" },
};
const RANGE = 'recordedAt gt "2026-11-21T00:00:00Z" and recordedAt lt "2026-11-22T00:00:00Z"';

describe("matchActivity", () => {
  const matches = (text: string) => matchActivity(parseFilter(text, ACTIVITY_OPERATORS))(ACTIVITY);

  const matching = [
    RANGE,
    'recordedAt lt "2026-11-21T09:00:00.401Z" AND recordedAt gt "2026-11-21T09:00:00.399Z"',
    `${RANGE} and recordedAt eq "2026-11-21T10:00:00.400+01:00"`,
    `${RANGE} and action.type eq "PASSWORD.SET"`,
    `${RANGE} and resources.id eq "u1" and actors.client.id eq "w1" and correlationId eq "c1" and id eq "a1"`,
    `${RANGE} and (action.type eq "PASSWORD.RESET" or action.type eq "PASSWORD.SET")`,
  ];
  for (const filter of matching) {
    it(`finds it by ${filter}`, () => {
      expect(matches(filter)).to.equal(true);
    });
  }

  const missing = [
    'recordedAt gt "2026-11-21T09:00:00.400Z" and recordedAt lt "2026-11-22T00:00:00Z"',
    'recordedAt gt "2026-11-21T00:00:00Z" and recordedAt lt "2026-11-21T09:00:00.400Z"',
    `${RANGE} and action.type eq "PASSWORD.RESET"`,
    `${RANGE} and resources.id eq "u2"`,
    `${RANGE} and actors.user.id eq "w1"`,
  ];
  for (const filter of missing) {
    it(`does not find it by ${filter}`, () => {
      expect(matches(filter)).to.equal(false);
    });
  }

  const refused = [
    'recordedAt gt "2026-11-21T00:00:00Z"',
    'recordedAt lt "2026-11-22T00:00:00Z" and action.type eq "PASSWORD.SET"',
    'recordedAt gt "2026-11-21T00:00:00Z" or recordedAt lt "2026-11-22T00:00:00Z"',
    'recordedAt gt "yesterday" and recordedAt lt "2026-11-22T00:00:00Z"',
    "recordedAt gt true and recordedAt lt false",
    `${RANGE} and action.type gt "PASSWORD"`,
    `${RANGE} and result.status eq "SUCCESS"`,
    `${RANGE} and resources.id sw "u"`,
  ];
  for (const filter of refused) {
    it(`refuses ${filter}`, () => {
      expect(() => matches(filter))
        .to.throw(ApiError)
        .with.deep.nested.include({ status: 400, "details[0].code": "INVALID_FILTER" });
    });
  }
});
