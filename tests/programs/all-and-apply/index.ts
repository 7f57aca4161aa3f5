import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const environmentId = new pulumi.Config().require("environmentId");
const names = ["amy", "art"];
const users = names.map((username) => new pingone.User(username, { environmentId, username }));

// Resources that are made inside of apply, as many programs do.
export const made = pulumi.all(users.map(({ userId }) => userId)).apply((ids) => {
  const passwords = ids.map(
    (userId, index) =>
      new pingone.UserPassword(names[index] ?? "", {
        environmentId,
        userId,
        value: pulumi
          .all([pulumi.secret("Copper"), pulumi.output(index)])
          .apply(([word]) => `${word}-Kettle!71x`),
      }),
  );
  return pulumi.all(passwords.map(({ status }) => status));
});
export const sentence = pulumi.interpolate`${users[0]?.username} and ${users[1]?.username}`;
