import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

/** One user of a team. */
export interface Member {
  email: pulumi.Input<string>;
  name?: { given?: pulumi.Input<string>; family?: pulumi.Input<string> };
  /**
   * Where the password is read, for an account that programs use.
   * @default generated, written to `<username>.password.txt`, and to be changed at the first sign-on
   */
  passwordFrom?: pingone.SecretFrom;
}

/** Inputs of a {@link Team}. */
export interface TeamArgs {
  /** UUID of the PingOne environment that holds the users. */
  environmentId: pulumi.Input<string>;
  /** The users by username. Removing one deletes the user. */
  members: Record<string, Member>;
}

/** A team: a PingOne user for each member, with a password. */
export class Team extends pulumi.ComponentResource {
  /** Ids of the users by username. */
  readonly userIds: pulumi.Output<Record<string, string>>;
  /** Statuses of their passwords by username. */
  readonly statuses: pulumi.Output<Record<string, string>>;

  constructor(name: string, { environmentId, members }: TeamArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Team", name, {}, opts);
    // With the component as their parent they are managed by the provider that it is given.
    const options = { parent: this };

    const userIds: Record<string, pulumi.Output<string>> = {};
    const statuses: Record<string, pulumi.Output<string>> = {};
    for (const [username, { email, name: fullName, passwordFrom }] of Object.entries(members)) {
      const user = new pingone.User(
        `${name}-${username}`,
        { environmentId, username, email, name: fullName },
        options,
      );
      const password = new pingone.UserPassword(
        `${name}-${username}`,
        {
          environmentId,
          userId: user.userId,
          ...(passwordFrom === undefined
            ? { generate: {}, deliverTo: { file: `${username}.password.txt` }, forceChange: true }
            : { valueFrom: passwordFrom }),
        },
        options,
      );
      userIds[username] = user.userId;
      statuses[username] = password.status;
    }

    this.userIds = pulumi.output(userIds);
    this.statuses = pulumi.output(statuses);
    this.registerOutputs({ userIds: this.userIds, statuses: this.statuses });
  }
}
