import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";
import { Team } from "./team";

const config = new pulumi.Config();
const environmentId = config.require("environmentId");

const platform = new Team("platform", {
  environmentId,
  members: {
    anna: { email: "anna@example.com", name: { given: "Anna", family: "Archer" } },
    ben: { email: "ben@example.com", name: { given: "Ben", family: "Baker" } },
    deploy: { email: "platform@example.com", passwordFrom: { env: "DEPLOY_PASSWORD" } },
  },
});

// The contractors' users are managed by a worker application of their own, which the component passes on to all that is in it.
const contractorsWorker = new pingone.Provider("contractors-worker", {
  environmentId: process.env["PINGONE_ENVIRONMENT_ID"],
  clientId: process.env["CONTRACTORS_CLIENT_ID"],
  clientSecret: process.env["CONTRACTORS_CLIENT_SECRET"],
  regionCode: process.env["PINGONE_REGION_CODE"] as pingone.RegionCode | undefined,
  apiUrl: process.env["PINGONE_API_URL"],
  authUrl: process.env["PINGONE_AUTH_URL"],
});

const contractors = new Team(
  "contractors",
  {
    environmentId,
    members: {
      cora: { email: "cora@example.org", name: { given: "Cora", family: "Cook" } },
      dan: { email: "dan@example.org" },
    },
  },
  { providers: [contractorsWorker] },
);

export const userIds = { platform: platform.userIds, contractors: contractors.userIds };
export const statuses = { platform: platform.statuses, contractors: contractors.statuses };
