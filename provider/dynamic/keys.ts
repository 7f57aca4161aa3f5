/** Input that holds the text by which the engine finds the code of a dynamic resource. Never printed, never stored by us. */
export const PROVIDER_KEY = "__provider";

/** Input by which the constructor tells the provider that this is a preview, which the engine does not; check takes it out again. */
export const PREVIEW_KEY = "__preview";

/** Input by which the constructor tells the provider the resource's URN, for messages; check takes it out again. */
export const URN_KEY = "__urn";
