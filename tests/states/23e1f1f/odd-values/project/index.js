// What was taken without a word: secrets that nobody can type, names that nobody can see, a trigger without a value.
const pulumi = require("@pulumi/pulumi");
const pingone = require("pulumi-pingone-password");

const environmentId = process.env.PINGONE_ENVIRONMENT_ID;
const user = (number) => ({ environmentId, userId: `00000000-0000-4000-8000-0000000000${number}` });

new pingone.UserPassword("carriage-return", { ...user(11), valueFrom: { env: "CARRIAGE_RETURN_PASSWORD" } });
new pingone.UserPassword("blank-at-end", { ...user(12), valueFrom: { env: "BLANK_PASSWORD" } });
new pingone.UserPassword("quoted", { ...user(13), value: pulumi.secret(process.env.QUOTED_PASSWORD) });
new pingone.UserPassword("prefixed", { ...user(14), valueFrom: { env: "PREFIXED_PASSWORD" } });
new pingone.UserPassword("latin-1", { ...user(15), valueFrom: { file: "latin-1.txt" } });
new pingone.UserPassword("utf-16", { ...user(16), valueFrom: { file: "utf-16.txt" } });
new pingone.UserPassword("two-line-ends", { ...user(17), valueFrom: { file: "two-line-ends.txt" } });
new pingone.UserPassword("control", { ...user(18), value: pulumi.secret(process.env.CONTROL_PASSWORD) });

const unseen = new pingone.User("unseen", { environmentId, username: "unseen\u200b" });
new pingone.UserPassword("unseen", {
  environmentId,
  userId: unseen.userId,
  valueFrom: { env: "UNSEEN_PASSWORD" },
});

new pingone.PasswordUnlock("date", { ...user(21), triggers: [new Date(0)] });

new pingone.TestUsers("rows", {
  environmentId,
  users: [
    ...pingone.readUsers("users.yaml"),
    { username: "row-unseen\u200b" },
    { username: "row-blank", valueFrom: { env: "BLANK_PASSWORD" } },
    { username: "row-latin-1", valueFrom: { file: "latin-1.txt" } },
  ],
});
