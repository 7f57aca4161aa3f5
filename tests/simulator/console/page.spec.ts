import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type axe from "axe-core";
import { expect } from "chai";
import type { Page } from "puppeteer-core";
import { withBrowser } from "../../helpers/browser";
import { textAt, useBench } from "../bench";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

withBrowser("the console in a browser", (browser) => {
  const bench = useBench();
  let page: Page;
  const problems: string[] = [];
  beforeEach(async () => {
    page = await browser().newPage();
    problems.length = 0;
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
  });
  afterEach(() => page.close());

  const open = async () => {
    await page.goto(bench.simulator.url);
    await page.waitForSelector("#environment option");
  };
  const shows = (selector: string, text: string) =>
    page.waitForFunction(
      (where, wanted) =>
        [...document.querySelectorAll(where)].some((found) => found.textContent.includes(wanted)),
      {},
      selector,
      text,
    );
  const text = (selector: string) => page.$eval(selector, (found) => found.textContent);
  const isFocused = (selector: string) =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

  /** Presses Tab until something has the focus: what cannot be reached that way is not found. */
  async function tabTo(selector: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      if (await isFocused(selector)) return;
    }
    throw new Error(`Tab does not reach ${selector}.`);
  }
  const press = async (selector: string) => {
    await tabTo(selector);
    await page.keyboard.press("Enter");
  };

  it("takes a user through a lockout by keyboard, and follows what happens", async () => {
    const { simulator } = bench;
    const alice = simulator.createUser({
      username: "alice",
      email: "a@example.com",
      password: "Secret-Word.42",
    });
    for (let index = 0; index < 60; index += 1) simulator.createUser({ username: `user-${index}` });
    await open();
    await shows("#users-count", "61 users, 1 to 50 shown");

    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await isFocused("#search"), "the skip link leads to the search").to.equal(true);
    await page.keyboard.type("ALI");
    await page.keyboard.press("Enter");
    await shows("#users-count", "1 user found");

    await press("#users .name");
    await press('[data-action="lockPassword"]');
    await shows("#result", "The password of alice is locked out, until");
    await shows("#users", "PASSWORD_LOCKED_OUT");
    expect(simulator.readUser(alice)?.password.status).to.equal("PASSWORD_LOCKED_OUT");

    await bench.password(alice, "PUT", "set+json", { value: "Secret-Word.43" });
    await shows("#ledger tbody tr", "setPassword");
    await shows("#activities tbody tr", "PASSWORD.SET");
    await shows("#users tbody tr", "OK");
    await bench.password(alice, "POST", "sendRecoveryCode");
    await shows("#mail code", simulator.mail.list(alice)[0]?.code ?? "no mail");
    expect(await isFocused('[data-action="lockPassword"]'), "the focus stays").to.equal(true);

    await page.keyboard.press("Enter");
    await shows("#users", "PASSWORD_LOCKED_OUT");
    await press('[data-advance="86400"]');
    await shows("#result", "The clock was moved by +1 day");
    await shows("#users tbody tr", "OK");
    expect(simulator.now().getTime() - Date.now()).to.be.within(86_000_000, 87_000_000);
    await press('[data-action="lockPassword"]');
    await shows("#users", "PASSWORD_LOCKED_OUT");
    await press('[data-action="unlockPassword"]');
    await shows("#result", "The password of alice is unlocked; its status is OK.");
    expect(simulator.readUser(alice)?.password.status).to.equal("OK");
    await press('[data-advance="back"]');
    await shows("#result", "The clock is back");

    const html = await page.content();
    const token = textAt((await bench.requestToken()).body, "access_token");
    for (const secret of [
      "Secret-Word",
      simulator.worker.clientSecret,
      simulator.application.clientSecret,
      token,
    ]) {
      expect(html).not.to.contain(secret);
    }
    expect(problems).to.deep.equal([]);
  });

  it("shows the users of another environment, and what is refused", async () => {
    bench.simulator.createUser({ username: "alice", password: "x" });
    bench.simulator.createEnvironment({ name: "Other", users: [{ username: "zoe <b>" }] });
    await open();
    await shows("#users .name", "alice");
    await tabTo("#environment");
    await page.keyboard.press("ArrowDown");
    await shows("#users .name", "zoe <b>");
    await press("#users .name");
    await press('[data-action="forceChange"]');
    await shows("#problem", "The user does not have a password.");
    expect(await text("#result")).to.equal("");
  });

  it("is accessible in both colour schemes, and fits 360 pixels", async () => {
    bench.simulator.createUser({ username: "alice", email: "a@example.com", password: "x", locked: true });
    const bob = bench.simulator.createUser({ username: "bob", email: "b@example.com", password: "x" });
    await bench.password(bob, "POST", "sendRecoveryCode");
    await bench.password(bob, "POST", "check+json", { password: "y" });
    for (const [scheme, width] of [
      ["light", 1280],
      ["dark", 360],
    ] as const) {
      await page.setViewport({ width, height: 800 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await open();
      await shows("#ledger tbody tr", "checkPassword");
      await shows("#mail tbody tr", "bob");
      await press("#users .name");
      await page.evaluate(AXE);
      const violations = await page.evaluate(async () => {
        const results = await (Reflect.get(window, "axe") as typeof axe).run();
        return results.violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(", ")}`,
        );
      });
      expect(violations, scheme).to.deep.equal([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(width);
    }
  });

  it("is closed to a page of another port and of another name", async () => {
    const { simulator } = bench;
    const userId = simulator.createUser({ username: "alice", password: "x" });
    const elsewhere = createServer((_request, response) => {
      response.setHeader("content-type", "text/html").end("<!doctype html><title>Elsewhere</title>");
    }).listen(0, "127.0.0.1");
    try {
      await new Promise((resolve) => elsewhere.once("listening", resolve));
      const { port } = elsewhere.address() as AddressInfo;
      for (const name of ["127.0.0.1", "localhost"]) {
        await page.goto(`http://${name}:${port}/`);
        const answers = await page.evaluate(
          async (url, id) => {
            const blind = { method: "POST", mode: "no-cors" } as const;
            const results = await Promise.allSettled([
              fetch(`${url}/simulator/users`),
              fetch(`${url}/simulator/clock`, { ...blind, body: '{"advanceSeconds": 900}' }),
              fetch(`${url}/simulator/users/${id}/lockAccount`, blind),
            ]);
            return results.map((result) =>
              result.status === "fulfilled" ? result.value.type : "unreadable",
            );
          },
          simulator.url,
          userId,
        );
        expect(answers[0], name).to.equal("unreadable");
      }
      expect(simulator.now().getTime() - Date.now()).to.be.below(60_000);
      expect(simulator.readUser(userId)?.account.status).to.equal("OK");
    } finally {
      elsewhere.close();
    }
  });
});
