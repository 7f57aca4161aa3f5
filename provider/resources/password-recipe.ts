import type * as pulumi from "@pulumi/pulumi";

/** What a generated password is to be like, apart from the policy. */
export interface PasswordRecipe {
  /** 8 to 255 characters. @default 24, or what the policy asks for where that is more */
  length?: pulumi.Input<number> | undefined;
  /** `ambiguous`: no characters that are taken for one another. */
  avoid?: pulumi.Input<"ambiguous"> | undefined;
}
