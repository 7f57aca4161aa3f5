import assert from "node:assert/strict";
import { test } from "node:test";
import * as pulumi from "@pulumi/pulumi";

const environmentId = "11111111-2222-4333-8444-555555555555";
const made: string[] = [];

void pulumi.runtime.setMocks({
  newResource: ({ type, name, inputs }) => {
    made.push(`${type} ${name}`);
    return { id: `${environmentId}/${name}`, state: { ...(inputs as object), status: "OK" } };
  },
  call: () => ({}),
});

const valueOf = <T>(output: pulumi.Output<T>) => new Promise<T>((resolve) => output.apply(resolve));

void test("a team has a user and a password for each name", { timeout: 30_000 }, async () => {
  const { Team } = await import("./team.js");
  const team = new Team("team", environmentId, ["alice", "bob"]);
  assert.deepEqual(await valueOf(team.userIds), ["alice", "bob"]);
  assert.deepEqual(await valueOf(team.statuses), ["OK", "OK"]);
  assert.deepEqual(made.sort(), [
    "pulumi-nodejs:dynamic/pingone:User alice",
    "pulumi-nodejs:dynamic/pingone:User bob",
    "pulumi-nodejs:dynamic/pingone:UserPassword alice",
    "pulumi-nodejs:dynamic/pingone:UserPassword bob",
    "unit:index:Team team",
  ]);
});
