import * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../dynamic/resource";
import type { UserAccount } from "../lifecycle";

/** Inputs of a {@link User}. What is left out is not managed: a change of it outside is no drift. */
export interface UserArgs {
  /** UUID of the PingOne environment the user is in. Changing it replaces the user. */
  environmentId: pulumi.Input<string>;
  /** What the user signs on with: 1 to 128 characters, unique in the environment. Changing it renames the user. */
  username: pulumi.Input<string>;
  /** The user's address, to which recovery codes are mailed. Taking it out of the program leaves it at PingOne. */
  email?: pulumi.Input<string> | undefined;
  /** Given and family name, each managed on its own. */
  name?:
    | pulumi.Input<{
        given?: pulumi.Input<string> | undefined;
        family?: pulumi.Input<string> | undefined;
      }>
    | undefined;
  /**
   * UUID of the population, whose password policy holds for the user. Changing it moves the user.
   * @default the environment's default population, for a user who is created
   */
  population?: pulumi.Input<string> | undefined;
  /**
   * Whether the user may sign on.
   * @default true for a user who is created; not managed
   */
  enabled?: pulumi.Input<boolean> | undefined;
  /**
   * When the resource is created: manage the user who has this username already, instead of failing. What is declared and differs is
   * changed, and deleting the resource leaves the user. Later the option says nothing.
   * @default false
   */
  adopt?: pulumi.Input<boolean> | undefined;
}

/**
 * A PingOne user, as far as a test user needs one: creating it takes one call, an update changes what differs, deleting it deletes the
 * user. It has no password until a {@link UserPassword} sets one. What a refresh finds changed at PingOne, of what is declared, the
 * next update puts back.
 *
 * A user carries `pulumi:<project>/<stack>/User/<name>` as its `externalId`: after a run that broke off, or with a lost state, the same
 * resource takes its own user over. A username that anybody else has is an error, unless `adopt` is set.
 * https://developer.pingidentity.com/pingone-api/platform/users.html
 *
 * @throws at up: a username that another user has, unless `adopt` is set; a population that does not exist
 *
 * @example
 * const alice = new pingone.User("alice", { environmentId, username: "alice", email: "alice@example.com" });
 * new pingone.UserPassword("alice", { environmentId, userId: alice.userId, valueFrom: { env: "ALICE_PASSWORD" } });
 */
export class User extends DynamicResource {
  /** UUID of the environment the user is in. */
  declare readonly environmentId: pulumi.Output<string>;
  /** UUID of the user, known as soon as the user is there: an update of the user replaces nothing that is built on it. */
  declare readonly userId: pulumi.Output<string>;
  /** What the user signs on with. */
  declare readonly username: pulumi.Output<string>;
  /** The user's address, where it is declared. */
  declare readonly email: pulumi.Output<string | undefined>;
  /** Given and family name, as far as they are declared. */
  declare readonly name: pulumi.Output<{ given?: string; family?: string } | undefined>;
  /** UUID of the population, where it is declared. */
  declare readonly population: pulumi.Output<string | undefined>;
  /** Whether the user may sign on, where it is declared. */
  declare readonly enabled: pulumi.Output<boolean | undefined>;
  /** Whether the user is locked and can sign on, as of the last update or refresh. */
  declare readonly account: pulumi.Output<UserAccount>;

  constructor(name: string, args: UserArgs, opts?: pulumi.CustomResourceOptions) {
    const given: Partial<UserArgs> = args;
    super(
      "User",
      name,
      args,
      () => ({
        inputs: {
          username: undefined,
          email: undefined,
          name: undefined,
          population: undefined,
          enabled: undefined,
          account: undefined,
          ...given,
          owner: `pulumi:${pulumi.getProject()}/${pulumi.getStack()}/User/${name}`,
        },
      }),
      opts,
    );
    // Both stand in the id, which an update does not make unknown at preview as it does outputs.
    this.environmentId =
      given.environmentId === undefined
        ? this.id.apply((id) => id.split("/", 1).join())
        : pulumi.all([given.environmentId, this.urn]).apply(([value]) => value);
    this.userId = this.id.apply((id) => id.split("/")[1] ?? id);
  }

  /** A user as it is, without managing it: `id` is `<environmentId>/<userId>`. Fails when there is no such user. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): User {
    return new User(name, {} as UserArgs, { ...opts, id });
  }
}
