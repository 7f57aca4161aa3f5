import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const environmentId = new pulumi.Config().require("environmentId");

/** The password is too short for the policy, which is a warning here. */
function weak(name: string, opts: pulumi.CustomResourceOptions = {}): pingone.UserPassword {
  const { userId } = pingone.getUserOutput({ environmentId, username: name });
  return new pingone.UserPassword(name, { environmentId, userId, value: "short", policyCheck: "warn" }, opts);
}

class Team extends pulumi.ComponentResource {
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("messages:index:Team", name, {}, opts);
    this.registerOutputs();
  }
}

const team = new Team("team");
const nested = new Team("nested", { parent: team });
const renamed = new Team("renamed", { aliases: [{ name: "before" }, { type: "messages:index:Crew" }] });
const provider = new pingone.Provider(
  "provider",
  {
    clientId: process.env["PINGONE_CLIENT_ID"] ?? "",
    clientSecret: process.env["PINGONE_CLIENT_SECRET"] ?? "",
    environmentId,
    apiUrl: process.env["PINGONE_API_URL"] ?? "",
    authUrl: process.env["PINGONE_AUTH_URL"] ?? "",
  },
  { parent: nested },
);

const top = weak("top");
weak("child", { parent: team });
weak("grandchild", { parent: nested });
weak("child-of-renamed", { parent: renamed });
weak("alias", { parent: nested, aliases: [{ parent: pulumi.rootStackResource }, { name: "former" }] });
weak("child-of-resource", { parent: top });
weak("child-of-provider", { parent: provider, provider });
weak("with::colons", { parent: new Team("blue::team", { parent: nested }) });

// Transforms that ask for another parent: the SDK keeps the one that the resource was made with, or refuses.
weak("transformed", {
  parent: team,
  transforms: [({ props, opts }) => ({ props, opts: { ...opts, parent: nested } })],
});
weak("changed-in-place", {
  parent: team,
  transformations: [
    ({ props, opts }) => {
      opts.parent = nested;
      return { props, opts };
    },
  ],
});
try {
  weak("transformed-the-old-way", {
    parent: team,
    transformations: [({ props, opts }) => ({ props, opts: { ...opts, parent: nested } })],
  });
} catch (error) {
  void pulumi.log.info(String(error));
}
