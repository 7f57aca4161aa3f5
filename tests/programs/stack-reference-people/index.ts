import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

export const environmentId = new pulumi.Config().require("environmentId");
export const { userId } = new pingone.User("rosa", { environmentId, username: "rosa" });
