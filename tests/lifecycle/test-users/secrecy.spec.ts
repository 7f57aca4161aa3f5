import { existsSync, readFileSync } from "node:fs";
import { inspect } from "node:util";
import { expect } from "chai";
import { PartialFailure, PingOneNetworkError, PingOneResponseError } from "../../../provider/errors";
import type { Props } from "../../../provider/lifecycle";
import { testUsers } from "../../../provider/lifecycle/test-users";
import type { Send } from "../../../provider/transport";
import { createSession, recordReport, transportTo } from "../../helpers/session";
import { withFiles } from "../../helpers/with-files";
import { addUser, withSimulator } from "../../helpers/with-simulator";
import { bringUp } from "../bring-up";
import { breakAfter } from "../user-password/break-after";
import {
  declareUsers,
  password,
  refreshUsers,
  type Rows,
  type StoredUsers,
  upUsers,
  usersAt,
} from "./up-users";

const planted = "Planted-Secret.%47";
const another = 'Another-"Secret"\\48';

withSimulator("TestUsers secrecy", (simulator) => {
  const files = withFiles();
  const file = () => files.path("passwords.json");

  /** All that is said, thrown, checked and kept on the way, and what was sent as passwords. */
  async function run(rows: Rows, args: Props = {}, before?: StoredUsers, given = transportTo(simulator)) {
    const secrets = new Set([planted, another]);
    const send: Send = (operation, params) => {
      operation.secrets?.(params).forEach((secret) => secrets.add(secret));
      return given(operation, params);
    };
    const lifecycle = testUsers(createSession(simulator, { send }));
    const report = recordReport();
    const news = declareUsers(simulator, rows, args);
    const checked = await lifecycle.check(before?.inputs ?? {}, news, report);
    const result: unknown = await bringUp(lifecycle, news, before, report).catch((error: unknown) => error);
    const kept = result instanceof PartialFailure ? result.properties : {};
    const { infos, warnings, stages } = report;
    const told = inspect(
      { checked, result, kept, infos, warnings, stages },
      { depth: Infinity, maxStringLength: Infinity, maxArrayLength: Infinity },
    );
    if (existsSync(file())) {
      Object.values(JSON.parse(readFileSync(file(), "utf8")) as object).forEach((value) => {
        secrets.add(String(value));
      });
    }
    const forms = [...secrets].flatMap((secret) => [
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret),
    ]);
    return { told, result, secrets: [...secrets], found: forms.filter((form) => told.includes(form)) };
  }

  const rows = {
    alice: { email: "alice@example.com", value: planted, forceChange: true },
    bob: { generate: {} },
    carol: { value: another },
  };
  const args = () => ({ deliverTo: { file: file() } });
  const repeating = (status: number, value: string) => ({
    status,
    body: {
      code: "INVALID_DATA",
      message: `The value ${value} is bad`,
      details: [
        {
          code: "INVALID_VALUE",
          target: "password",
          message: value,
          innerError: { unsatisfiedRequirements: ["history", value], history: value, [value]: value },
        },
      ],
    },
  });

  const ways: readonly (readonly [what: string, mishap: () => unknown])[] = [
    ["when all goes well", () => undefined],
    ["when PingOne repeats it in a refusal", () => simulator.failNext("createUser", repeating(400, planted))],
    ["when PingOne repeats it in an outage", () => simulator.failNext("createUser", repeating(500, planted))],
    [
      "when PingOne repeats it in a refusal for rights",
      () => simulator.failNext("createUser", repeating(403, planted)),
    ],
    [
      "when the connection breaks after it was sent",
      () => simulator.failNext("createUser", { drop: "after" }, 9),
    ],
    ["when PingOne cannot be asked any more", () => simulator.failNext("createUser", { status: 401 }, 9)],
    [
      "when it is taken over",
      () => {
        addUser(simulator);
      },
    ],
    [
      "when no answer is PingOne's",
      () => breakAfter(transportTo(simulator), { createUser: new PingOneResponseError("odd", false) }),
    ],
    [
      "when no answer comes",
      () => breakAfter(transportTo(simulator), { createUser: new PingOneNetworkError("lost", true) }),
    ],
  ];
  for (const [what, mishap] of ways) {
    for (const options of [{}, { adopt: true }]) {
      it(`says and keeps nothing of a password ${what}${"adopt" in options ? ", and strangers are adopted" : ""}`, async () => {
        const send = (mishap() as Send | undefined) ?? transportTo(simulator);
        const { secrets, found } = await run(rows, { ...args(), ...options }, undefined, send);
        expect(secrets).to.include(planted);
        expect(found).to.deep.equal([]);
      });
    }

    it(`says and keeps nothing of another password ${what}`, async () => {
      const before = await upUsers(
        simulator,
        { alice: { value: password(1) }, bob: { generate: {} }, carol: {} },
        args(),
      );
      if (what.includes("repeats")) {
        simulator.failNext("setPassword", repeating(what.includes("outage") ? 500 : 400, planted));
      } else if (what.includes("breaks")) {
        simulator.failNext("setPassword", { drop: "after" }, 9);
      }
      const next = { ...rows, bob: { generate: {}, valueVersion: 2 } };
      const { secrets, found } = await run(next, args(), before);
      expect(secrets.length).to.be.at.least(3);
      expect(found).to.deep.equal([]);
    });
  }

  const refused: readonly (readonly [what: string, rows: Rows, args?: Props])[] = [
    ["that the policy refuses", { alice: { value: planted } }, { policyCheck: "warn" }],
    ["beside a wrong property", { alice: { value: planted, mail: planted } }],
    ["in the place of an address", { alice: { value: planted, email: planted } }],
    ["in the place of a place", { alice: { valueFrom: { env: planted } } }],
    ["beside a place", { alice: { value: planted, valueFrom: { env: planted } } }],
    ["in the place of a recipe", { alice: { generate: { avoid: planted, length: planted } } }],
    ["that is no text", { alice: { value: [planted] } }],
    ["in the place of an option", { alice: { value: planted } }, { policyCheck: planted, adopt: planted }],
  ];
  for (const [what, wrong, options] of refused) {
    it(`says nothing of a value ${what}`, async () => {
      const lifecycle = testUsers(createSession(simulator));
      const report = recordReport();
      const { failures } = await lifecycle.check({}, declareUsers(simulator, wrong, options), report);
      expect(inspect({ failures, report }, { depth: Infinity })).not.to.contain(planted);
    });
  }

  it("keeps exposed ones in one property of the state alone", async () => {
    const before = await upUsers(simulator, rows, { exposeValue: true });
    const { values, ...others } = (await refreshUsers(simulator, before)).outs;
    expect(Object.keys(values ?? {})).to.deep.equal(["bob"]);
    expect(JSON.stringify([others, before.inputs])).not.to.contain(values?.["bob"]);
  });

  it("recognises a username that is taken although PingOne repeats the password with it", async () => {
    addUser(simulator, { username: "bob" });
    const details = [
      { code: "UNIQUENESS_VIOLATION", target: "username", message: `is unique but ${planted} is not` },
    ];
    simulator.failNext("createUser", {
      status: 400,
      body: { id: "1", code: "INVALID_DATA", message: "", details },
    });
    const { result, found } = await run({ bob: { value: planted } }, { adopt: true });
    expect(found).to.deep.equal([]);
    expect(result).not.to.be.instanceOf(Error);
    expect(await usersAt(simulator)).to.have.length(1);
  });
});
