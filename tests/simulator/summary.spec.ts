import { execFileSync } from "node:child_process";
import { expect } from "chai";
import { createSimulator } from "../../simulator";
import type { Simulator } from "../../simulator";
import { summarize } from "../../simulator/summary";

describe("summarize", () => {
  let simulator: Simulator;
  before(async () => {
    const users = [{ username: "alice" }, { username: "bob" }];
    simulator = await createSimulator({ seed: { users, worker: { clientSecret: "it's $HOME `x`" } } });
  });
  after(() => simulator.close());

  it("says what it was seeded with, where the state is and where the console is", () => {
    const lines = summarize(simulator, { seed: "users.csv", state: "sim.json", notes: ["A note."] }).split(
      "\n",
    );
    expect(lines).to.include.members([
      "# Seeded from users.csv: 2 users, 1 population, 3 password policies, 1 application.",
      "# State: kept in sim.json.",
      "# A note.",
      `# Console: ${simulator.url}/`,
    ]);
  });

  it("says that nothing is kept", () => {
    const text = summarize(simulator, { notes: [] });
    expect(text).to.contain("# Without a seed: 2 users").and.to.contain("# State: in memory only");
  });

  it("can be evaluated by a shell, whatever a name or a secret holds", () => {
    const text = summarize(simulator, { seed: "a\necho hacked; '", state: "$(echo hacked)", notes: ["`x`"] });
    const script = 'eval "$1"; printf "%s|%s" "$PINGONE_CLIENT_SECRET" "$PINGONE_API_URL"';
    const output = execFileSync("sh", ["-c", script, "sh", text], { encoding: "utf8" });
    expect(output).to.equal(`it's $HOME \`x\`|${simulator.url}`);
  });

  it("keeps an id of many lines within its comment", async () => {
    const odd = await createSimulator({
      seed: { applications: [{ name: "Default", clientId: "x\necho hacked #\u2028" }] },
    });
    try {
      const text = summarize(odd, { notes: ["one\necho hacked"] });
      const commands = text
        .split("\n")
        .filter((line) => line !== "" && !/^(#|export PINGONE_\w+=)/.test(line));
      expect(commands).to.deep.equal([]);
    } finally {
      await odd.close();
    }
  });
});
