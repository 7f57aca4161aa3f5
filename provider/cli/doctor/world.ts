/** What the doctor looks at beside PingOne, and where it writes. */
export type World = {
  readonly env: NodeJS.ProcessEnv;
  /** The folder it is started in. */
  readonly cwd: string;
  /** Version of this Node, without a leading v. */
  readonly nodeVersion: string;
  readonly print: (text: string) => void;
};
