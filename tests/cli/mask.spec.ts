import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { expect } from "chai";
import { mask } from "../../provider/cli/mask";
import { refusalOf } from "../errors/refusal-of";

/** Runs `mask -- node -e <script>` in this process; the script finds the address in `address`. */
async function run(script: string): Promise<{ code: number; printed: string }> {
  let printed = "";
  const setUp = 'const address = process.env.PINGONE_MASK_SOCKET; const { connect } = require("node:net");';
  const code = await mask(process.execPath, ["-e", `${setUp}${script}`], (text) => {
    printed += text;
  });
  return { code, printed };
}

/** A script that sends lines and ends with 0 when each is answered with `masked`, with 9 when the other side hangs up. */
function sending(...lines: string[]): string {
  return `
    const socket = connect(address);
    let answers = "";
    socket.on("data", (text) => {
      answers += text;
      if (answers === "masked\\n".repeat(${lines.length})) process.exit(0);
    });
    socket.on("close", () => process.exit(9));
    socket.write(${JSON.stringify(lines.map((line) => `${line}\n`).join(""))});
  `;
}

describe("mask", () => {
  for (const code of [0, 1, 42, 255]) {
    it(`ends with ${code} as the command does`, async () => {
      expect(await run(`process.exit(${code})`)).to.deep.equal({ code, printed: "" });
    });
  }

  for (const [signal, code] of [
    ["SIGTERM", 143],
    ["SIGKILL", 137],
    ["SIGINT", 130],
  ] as const) {
    it(`ends with ${code} when ${signal} ends the command`, async () => {
      const { code: found } = await run(
        `process.kill(process.pid, "${signal}"); setInterval(() => {}, 1000)`,
      );
      expect(found).to.equal(code);
    });
  }

  it("hands the command its arguments and its environment", async () => {
    process.env["MASK_SPEC"] = "given";
    const code = await mask(process.execPath, [
      "-e",
      'process.exit(process.argv[1] === "a b" && process.env.MASK_SPEC === "given" ? 0 : 1)',
      "a b",
    ]);
    delete process.env["MASK_SPEC"];
    expect(code).to.equal(0);
  });

  it("fails for a command that does not exist", async () => {
    const error = await refusalOf(Error, mask("no-such-command-anywhere", []));
    expect(error).to.have.property("code", "ENOENT");
  });

  const values: readonly (readonly [value: string, masked: string])[] = [
    ["Secret-Word.42", "Secret-Word.42"],
    ["100%25", "100%2525"],
    ["a\r\nb\nc", "a%0D%0Ab%0Ac"],
    ['"quoted" \\ and 😀', '"quoted" \\ and 😀'],
  ];
  for (const [value, masked] of values) {
    it(`masks ${JSON.stringify(value)} on a line of its own, and then answers`, async () => {
      expect(await run(sending(JSON.stringify(value)))).to.deep.equal({
        code: 0,
        printed: `\n::add-mask::${masked}\n`,
      });
    });
  }

  it("masks one value after another", async () => {
    const { code, printed } = await run(sending('"first"', '"second"'));
    expect(code).to.equal(0);
    expect(printed).to.equal("\n::add-mask::first\n\n::add-mask::second\n");
  });

  for (const line of ['""', "42", "null", "no JSON", "{"]) {
    it(`hangs up on ${line}, and lets the command go on`, async () => {
      expect(await run(sending(line))).to.deep.equal({ code: 9, printed: "" });
    });
  }

  it("listens where this account alone can come, and leaves nothing behind", async () => {
    let address = "";
    await mask(
      process.execPath,
      [
        "-e",
        `const { statSync } = require("node:fs"); const { dirname } = require("node:path");
       const { mode } = statSync(dirname(process.env.PINGONE_MASK_SOCKET));
       const socket = require("node:net").connect(process.env.PINGONE_MASK_SOCKET);
       socket.on("data", () => process.exit((mode & 0o077) === 0 ? 0 : 1));
       socket.write(JSON.stringify(process.env.PINGONE_MASK_SOCKET) + "\\n");`,
      ],
      (text) => {
        address = text.replace("::add-mask::", "").trim();
      },
    ).then((code) => expect(code).to.equal(0));
    expect(address).to.match(/mask$/);
    expect(existsSync(dirname(address))).to.equal(false);
  });

  it("leaves no listener for signals behind", async () => {
    const before = [process.listenerCount("SIGINT"), process.listenerCount("SIGTERM")];
    await run("");
    expect([process.listenerCount("SIGINT"), process.listenerCount("SIGTERM")]).to.deep.equal(before);
  });
});
