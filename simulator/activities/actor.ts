/** Who makes a call: an application with a token of its own, or a user. */
export type Actor =
  | { readonly type: "CLIENT"; readonly id: string; readonly name: string }
  | {
      readonly type: "USER";
      readonly id: string;
      /** The user name. */
      readonly name: string;
      readonly environmentId: string;
      readonly populationId: string;
    };
