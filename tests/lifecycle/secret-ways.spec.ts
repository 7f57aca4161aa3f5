import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { expect } from "chai";
import { lifecycles, type Props, type ResourceName } from "../../provider/lifecycle";
import { offlineSession, recordReport } from "../helpers/session";
import { withFiles } from "../helpers/with-files";
import { user } from "./check-inputs";

const VARIABLE = "SECRET_WAYS_SPEC";

/** What a resource is declared with beside the secret that is looked at. */
const FIT: Props = {
  ...user,
  username: "alice",
  applicationId: "an-application",
  currentPassword: "Copper-Kettle!71x",
  newPassword: "Silver-Teapot!42y",
  password: "Copper-Kettle!71x",
  recoveryCode: "AB12CD34",
};

/** Every secret that a resource takes: an input that has a `...From` beside it, found by what the resource itself lists. */
async function secretInputs(): Promise<{ type: ResourceName; name: string }[]> {
  const found = await Promise.all(
    (Object.keys(lifecycles) as ResourceName[]).map(async (type) => {
      const names = await inputsOf(type);
      return names.filter((name) => names.includes(`${name}From`)).map((name) => ({ type, name }));
    }),
  );
  return [...found.flat(), { type: "TestUsers", name: "value" }];
}

async function inputsOf(type: ResourceName): Promise<string[]> {
  const reasons = await check(type, { nonsense: true }, recordReport());
  const [, list = ""] = /Its inputs are (.*)\./.exec(reasons.join("\n")) ?? [];
  return list.split(", ");
}

async function check(type: ResourceName, news: Props, report: ReturnType<typeof recordReport>) {
  const { failures } = await lifecycles[type](offlineSession()).check({}, news, report);
  return failures.map(({ reason }) => reason);
}

/** What a program declares that gives one secret in one way. */
async function declaring(type: ResourceName, name: string, given: Props, folder: string): Promise<Props> {
  if (type === "TestUsers") {
    const { value, ...row } = given;
    return {
      environmentId: user.environmentId,
      users: { alice: row },
      passwords: value === undefined ? {} : { alice: value },
      owner: "pulumi:project/stack/fixture",
      fingerprints: "",
    };
  }
  const inputs = await inputsOf(type);
  const base = Object.fromEntries(
    Object.entries(FIT).filter(([input]) => inputs.includes(input) && input !== name),
  );
  // A ForgotPassword takes a new password only where a code is waited for.
  const waits = type === "ForgotPassword" ? { recoveryCodeFrom: { file: `${folder}/code.txt` } } : {};
  return { ...base, ...waits, ...given };
}

describe("every way in for a secret", () => {
  const files = withFiles();
  afterEach(() => {
    Reflect.deleteProperty(process.env, VARIABLE);
  });

  it("is known here: whatever a constructor makes a secret of", async () => {
    const folder = join(__dirname, "../../provider/resources");
    const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
    const made = sources
      .flatMap((source) => [...source.matchAll(/withSecrets\(args, \[(.*?)\]\)/g)])
      .flatMap(([, list = ""]) => [...list.matchAll(/"(\w+)"/g)].map(([, name]) => name));
    const known = (await secretInputs()).map(({ name }) => name);
    expect([...new Set(made)]).to.have.members([...new Set(known)]);
  });

  it("is found by what the resources list", async () => {
    const names = (await secretInputs()).map(({ type, name }) => `${type}.${name}`);
    expect(names).to.have.members([
      "ForgotPassword.newPassword",
      "PasswordCheck.password",
      "PasswordRecovery.recoveryCode",
      "PasswordRecovery.newPassword",
      "PasswordReset.currentPassword",
      "PasswordReset.newPassword",
      "UserPassword.value",
      "TestUsers.value",
    ]);
  });

  /** Eight characters, as a recovery code has; half of them are looked for in messages. */
  const texts = ["Pl4n\rtd1", "Pl4n\0td1", "Pl4n\uFFFDtd1", "Pl4n\ntd1"];
  const contents: readonly (readonly [content: string | Buffer, says: RegExp])[] = [
    ...texts.map((text) => [text, /which nobody can type|is no recovery code/] as const),
    [Buffer.from("Pl4n\xE4td1", "latin1"), /is not in UTF-8 \(line 1\)/],
    [Buffer.from("\uFEFFPl4ntd1x\r\n", "utf16le"), /is in UTF-16/],
  ];
  const ways: readonly {
    readonly way: string;
    readonly given: (name: string, content: string | Buffer) => Props | undefined;
  }[] = [
    {
      way: "in the program",
      given: (name, content) => (typeof content === "string" ? { [name]: content } : undefined),
    },
    {
      way: "from the environment",
      given: (name, content) => {
        // The system ends a variable at a null character.
        if (typeof content !== "string" || content.includes("\0")) {
          return undefined;
        }
        process.env[VARIABLE] = content;
        return { [`${name}From`]: { env: VARIABLE } };
      },
    },
    {
      way: "from a file",
      given: (name, content) => {
        writeFileSync(files.path("secret.txt"), content);
        return { [`${name}From`]: { file: files.path("secret.txt") } };
      },
    },
  ];
  for (const { way, given } of ways) {
    it(`refuses what nobody can type, ${way}, and repeats nothing of it`, async () => {
      for (const { type, name } of await secretInputs()) {
        for (const [content, says] of contents) {
          const inputs = given(name, content);
          if (inputs === undefined) {
            continue;
          }
          const report = recordReport();
          const reasons = await check(type, await declaring(type, name, inputs, files.path(".")), report);
          const title = `${type}.${name} ${inspect(content)}`;
          expect(reasons, title).to.have.length(1);
          expect(reasons[0], title).to.match(says).and.to.contain(name);
          expect(inspect([reasons, report]), title).not.to.match(/Pl4n|td1/);
        }
      }
    });

    it(`takes what a person types, ${way}`, async () => {
      for (const { type, name } of await secretInputs()) {
        const content = name === "recoveryCode" ? "AB12CD34" : "Pässword-密码 1!";
        const report = recordReport();
        const news = await declaring(type, name, given(name, content) ?? {}, files.path("."));
        expect(await check(type, news, report), `${type}.${name}`).to.deep.equal([]);
        expect(report.warnings, `${type}.${name}`).to.deep.equal([]);
      }
    });

    it(`warns of what stands out, ${way}, and repeats nothing of it`, async () => {
      for (const { type, name } of (await secretInputs()).filter(({ name }) => name !== "recoveryCode")) {
        for (const [text, says] of [
          ['"Pl4nted"', "quotation mark"],
          ["Pl4nted ", "white space"],
          ["{SSHA-256}Pl4nted", "{SSHA256}"],
          ["$2b$12$Pl4nted", "{BCRYPT}"],
        ] as const) {
          const report = recordReport();
          const news = await declaring(type, name, given(name, text) ?? {}, files.path("."));
          expect(await check(type, news, report), `${type}.${name} ${text}`).to.deep.equal([]);
          expect(report.warnings.join("\n"), `${type}.${name} ${text}`)
            .to.contain(says)
            .and.to.contain(name)
            .and.not.to.contain("Pl4nted");
        }
      }
    });
  }

  it("leaves one line end at the end of a file out, and white space around a recovery code", async () => {
    writeFileSync(files.path("password.txt"), "Copper-Kettle!71x\r\n");
    writeFileSync(files.path("code.txt"), " AB12CD34\r\n\r\n");
    const report = recordReport();
    const reasons = await check(
      "PasswordRecovery",
      {
        ...user,
        newPasswordFrom: { file: files.path("password.txt") },
        recoveryCodeFrom: { file: files.path("code.txt") },
      },
      report,
    );
    expect([reasons, report.warnings]).to.deep.equal([[], []]);
  });

  it("asks nothing of the secret of an action that has run", async () => {
    const olds = { ...user, triggers: [1] };
    const report = recordReport();
    const { failures } = await lifecycles
      .PasswordCheck(offlineSession())
      .check(olds, { ...olds, password: "Pl4n\rtd1" }, report);
    expect([failures, report.warnings]).to.deep.equal([[], []]);
  });
});
