import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const environmentId = new pulumi.Config().require("environmentId");

class Founders extends pulumi.ComponentResource {
  constructor(name: string) {
    super("depends:index:Founders", name);
    for (const username of ["dora", "dave"]) {
      new pingone.User(username, { environmentId, username }, { parent: this });
    }
    this.registerOutputs();
  }
}

class Guests extends pulumi.ComponentResource {
  constructor(name: string, opts: pulumi.ComponentResourceOptions) {
    super("depends:index:Guests", name, {}, opts);
    for (const username of ["gina", "glen"]) {
      new pingone.User(username, { environmentId, username }, { parent: this });
    }
    this.registerOutputs();
  }
}

const founders = new Founders("founders");
const guests = new Guests("guests", { dependsOn: founders });
new pingone.User("last", { environmentId, username: "last" }, { dependsOn: [founders, guests] });
