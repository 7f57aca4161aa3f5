import { expect } from "chai";
import { previewMarkdown, stateMarkdown } from "../../provider/report";
import { exportJson, failed, held, previewJson, said, shownSecret, step } from "./documents";
import { reportOnPreview, reportOnState } from "./report-on";

const PLANTED = "Pl4nted-Secret!One";
const markdownOf = (text: string) => previewMarkdown(reportOnPreview(text));

describe("the Markdown of a preview", () => {
  it("is a page of tables, each with what belongs together", () => {
    const text = previewJson(
      [
        step("create", undefined, held("TestUsers", "fixture", { users: { a: {}, b: {} } })),
        step("create", undefined, held("UserPassword", "pw", {})),
        step("create", undefined, held("User", "u", {})),
        step("create", undefined, held("PasswordUnlock", "unlock", {})),
        step("refresh", held("User", "v", {}), held("User", "v", {})),
      ],
      [
        said("UserPassword", "pw", "The password is locked out: this set also clears a lockout until then."),
        said("User", "u", "PingOne is slow.", "warning"),
      ],
    );
    expect(markdownOf(text)).to.equal(`## PingOne: what this change does

### Test users

| resource | operation | added |
| --- | --- | --- |
| fixture | create | 2 (a, b) |

### Users

| resource | operation | what it does |
| --- | --- | --- |
| u | create | creates the user |

### Passwords

| resource | operation | what it does |
| --- | --- | --- |
| pw | create | sets the password |

### Actions

| resource | operation | what it does |
| --- | --- | --- |
| unlock (PasswordUnlock) | create | unlocks the password, if locked |

### Lockouts that this clears

- **pw**: The password is locked out: this set also clears a lockout until then.

### Warnings

- **u**: PingOne is slow.

### Calls expected

5 writes and 9 reads, when nothing has to be repeated: about 0.2 s at 100 requests per second, which PingOne documents for one source IP.
`);
  });

  it("says that nothing changes", () => {
    expect(markdownOf(previewJson([])))
      .to.contain("No user and no password changes.")
      .and.not.contain("Calls");
  });

  it("says that a preview failed, and never that nothing changes then", () => {
    const error = { message: "error: boom\n", severity: "error" };
    expect(markdownOf(previewJson([], [error])))
      .to.contain(
        "**The preview failed.** What comes after the failure is not in this report. One error is not",
      )
      .and.not.contain("No user");
  });

  it("says which resources are not known yet, and at which rate the seconds are", () => {
    const pw = held("UserPassword", "p@w", { fingerprint: "[secret]" }, { status: "OK" });
    const text = previewJson(
      [step("update", pw, pw)],
      [said("UserPassword", "p@w", "The value is not known yet: it is set only if it differs.")],
    );
    expect(previewMarkdown(reportOnPreview(text, 1)))
      .to.contain("about 2 s at 1 request per second.")
      .and.contain("Something is not known yet, so that more or less may change: p@&#8203;w.");
  });

  it("lists the first fifty of many, and counts the rest", () => {
    const steps = Array.from({ length: 60 }, (_, index) =>
      step("create", undefined, held("UserPassword", `pw-${String(index).padStart(2, "0")}`, {})),
    );
    expect(markdownOf(previewJson(steps)))
      .to.contain("| pw-49 |")
      .and.contain("\nand 10 more\n")
      .and.not.contain("pw-50");
  });

  it("keeps names from being anything else than names", () => {
    const name = "a|b`<img>\n## @all [x](http://e.com)";
    const escaped = "a&#124;b&#96;&#60;img&#62; #&#8203;#&#8203; @&#8203;all &#91;x&#93;(http&#58;//e.com)";
    const text = previewJson(
      [
        step("create", undefined, held("TestUsers", name, { users: { [name]: {} } })),
        step("create", undefined, held("UserPassword", name, {})),
      ],
      [failed("UserPassword", name, `${name} does not satisfy ${name}`)],
    );
    const markdown = markdownOf(text);
    expect(markdown.split("\n")).to.include.members([
      `| ${escaped} | create | 1 (${escaped}) |`,
      `| ${escaped} | create | sets the password |`,
    ]);
    expect(markdown).not.to.contain("<").and.not.to.contain("@all").and.not.to.contain("`");
  });
});

describe("a report", () => {
  const secrets = {
    value: PLANTED,
    fingerprint: PLANTED,
    fingerprints: PLANTED,
    passwords: { a: PLANTED },
    values: { a: PLANTED },
    password: PLANTED,
    newPassword: PLANTED,
    recoveryCode: PLANTED,
  };
  const marked = Object.fromEntries(
    Object.entries(secrets).map(([name, value]) => [name, shownSecret(value)]),
  );
  const types = ["TestUsers", "UserPassword", "User", "PasswordUnlock", "PasswordRecovery", "PasswordCheck"];

  for (const [what, planted] of [
    ["in clear text", secrets],
    ["marked, and shown", marked],
  ] as const) {
    it(`shows no secret of a preview that has them ${what}`, () => {
      const row = { a: { valueFrom: { env: "A" }, value: planted.value } };
      const steps = types.flatMap((type) => {
        const state = held(type, type, { ...planted, users: row }, planted);
        return ["create", "update", "replace", "delete", "refresh"].map((op) => step(op, state, state));
      });
      const report = reportOnPreview(previewJson(steps));
      expect(`${JSON.stringify(report)}${previewMarkdown(report)}`).not.to.contain(PLANTED);
      expect(report.changes).to.have.length(30);
    });

    it(`shows no secret of a state that has them ${what}`, () => {
      const report = reportOnState(
        exportJson(types.map((type) => held(type, type, planted, { ...planted, status: "OK" }))),
      );
      expect(`${JSON.stringify(report)}${stateMarkdown(report)}`).not.to.contain(PLANTED);
      expect(report.holders).to.have.length(3);
    });
  }
});
