import * as fc from "fast-check";
import { expect } from "chai";
import { PingOneError } from "../../provider/errors";
import { getUser } from "../../provider/functions/get-user";
import { getUserPassword } from "../../provider/functions/get-user-password";
import type { User, UserPage } from "../../provider/operations";
import { operations } from "../../provider/operations";
import type { Send } from "../../provider/transport";
import { settingsOf, withoutMocks } from "../functions/without-engine";
import { transportTo } from "../helpers/session";
import { withSimulator } from "../helpers/with-simulator";
import { hostileTexts, TEXTS } from "./declarations";
import { drawing, PATIENCE } from "./drawing";
import { callWith, type Name, names } from "./operation-samples";
import { expectPrototypesUntouched, expectSafe } from "./planted";

/** Parameters that stand in a path, by operation; the others have a user's. */
const PARTS: Partial<Readonly<Record<Name, readonly string[]>>> = {
  createUser: ["environmentId"],
  listPasswordPolicies: ["environmentId"],
  listPopulations: ["environmentId"],
  listUsers: ["environmentId"],
  readPasswordPolicy: ["environmentId", "policyId"],
  startFlow: ["environmentId"],
};

const withIds = names.filter(
  (name) => name === "startFlow" || !/InFlow$|Flow$|forgot|checkUsername/.test(name),
);

withSimulator("requests", (simulator) => {
  let send: Send;
  before(withoutMocks);
  beforeEach(async () => {
    send = transportTo(simulator);
    await send(operations.listPopulations, { environmentId: simulator.environmentId });
  });

  it("with any id go to just the path that it makes, or nowhere", async function () {
    this.timeout(PATIENCE);
    const cases = fc.record({ name: fc.constantFrom(...withIds), first: hostileTexts, second: hostileTexts });
    await fc.assert(
      fc.asyncProperty(cases, async ({ name, first, second }) => {
        simulator.ledger.clear();
        const parts = PARTS[name] ?? ["environmentId", "userId"];
        const given = Object.fromEntries(parts.map((part, index) => [part, [first, second][index]]));
        await callWith(send, name, given).catch((error: unknown) => {
          expectSafe(error, []);
        });
        for (const { path, contentTypes } of simulator.ledger.entries) {
          const [pathname = ""] = path.split("?");
          const sent = pathname
            .replace(/^\/v1\/environments/, "")
            .split("/")
            .slice(1)
            .map(decodeURIComponent);
          expect(sent.filter((_part, index) => [0, 2].includes(index)).slice(0, parts.length)).to.deep.equal(
            Object.values(given),
          );
          // What would be left out, or resolved, on the way.
          expect(pathname)
            .to.match(/^[\w.~!*'()%/-]+$/)
            .and.not.to.match(/\/\.{1,2}(\/|$)|\/\//);
          expect(contentTypes.length).to.be.lessThan(2);
        }
        expectPrototypesUntouched();
      }),
      drawing(300),
    );
  });

  it("for any username find exactly that user, or none", async function () {
    this.timeout(PATIENCE);
    const { environmentId } = simulator;
    const connection = settingsOf(simulator);
    simulator.createUser({ username: "another" });
    const known = new Map<string, string>();
    for (const text of TEXTS.filter((one) => one !== "" && one.length <= 128 && !/\p{Cs}/u.test(one))) {
      if (!known.has(text.toLowerCase())) {
        known.set(text.toLowerCase(), simulator.createUser({ username: text }));
      }
    }
    await fc.assert(
      fc.asyncProperty(hostileTexts, async (username) => {
        simulator.ledger.clear();
        const id = known.get(username.toLowerCase());
        const found = await getUser({ environmentId, username, connection }).catch((error: unknown) => {
          expectSafe(error, []);
        });
        expect(found?.userId).to.equal(id);
        const page = (await send(operations.listUsers, { environmentId, username }).catch(
          (error: unknown) => {
            expectSafe(error, []);
          },
        )) as UserPage | undefined;
        expect((page?.users ?? []).map((user) => user.id)).to.deep.equal(id === undefined ? [] : [id]);
        for (const { operation, path, status = 0 } of simulator.ledger.entries) {
          if (operation === "issueToken") {
            continue;
          }
          expect(operation).to.equal("listUsers");
          const { searchParams } = new URL(path, simulator.url);
          expect([...searchParams.keys()]).to.deep.equal(["filter"]);
          expect([200, 400, 431]).to.include(status);
        }
      }),
      drawing(300, 10_000),
    );
  });

  it("create a user of any name, and find, read and delete that one", async function () {
    this.timeout(PATIENCE);
    const { environmentId } = simulator;
    await fc.assert(
      fc.asyncProperty(hostileTexts, hostileTexts, async (username, externalId) => {
        const created = await send(operations.createUser, { environmentId, username, externalId }).catch(
          (error: unknown) => {
            expectSafe(error, []);
          },
        );
        if (created !== undefined) {
          const ref = { environmentId, userId: created.id };
          const read: User = await send(operations.readUser, ref);
          expect(read.username).to.equal(username);
          const { users } = await send(operations.listUsers, { environmentId, externalId }).catch(() => ({
            users: [read],
          }));
          expect(users.every((user) => user.externalId === externalId)).to.equal(true);
          await send(operations.deleteUser, ref);
        }
        simulator.ledger.clear();
      }),
      drawing(100, 10_000),
    );
  });

  it("of the functions with any id are not made", async function () {
    this.timeout(PATIENCE);
    const connection = settingsOf(simulator);
    simulator.ledger.clear();
    await fc.assert(
      fc.asyncProperty(hostileTexts, hostileTexts, async (environmentId, userId) => {
        for (const ask of [getUser, getUserPassword]) {
          await ask({ environmentId, userId, connection }).then(
            () => expect.fail("the call succeeds"),
            (error: unknown) => expect(error).to.be.instanceOf(PingOneError),
          );
        }
        const isReached = simulator.ledger.entries.some(
          ({ path }) =>
            !/^\/v1\/environments\/[0-9a-f-]{36}\/users\/[0-9a-f-]{36}(\/password\?expand=passwordPolicy)?$|\/as\/token$/.test(
              path,
            ),
        );
        expect(isReached).to.equal(false);
        simulator.ledger.clear();
      }),
      drawing(100, 10_000),
    );
  });
});
