// Another user replaced the resource, and PingOne refused what the deletion of the old one was to do. The connection is in the
// stack's configuration, and so in the state.
const pulumi = require("@pulumi/pulumi");
const pingone = require("pulumi-pingone-password");

new pingone.UserPassword("moved", {
  environmentId: new pulumi.Config("pingone").require("environmentId"),
  userId: `00000000-0000-4000-8000-0000000000${process.env.BEFORE_MOVING ? 11 : 12}`,
  valueFrom: { env: "MOVED_PASSWORD" },
  deletionPolicy: "unset",
});
