import type { OperationResponse } from "../operation";
import type { Answer } from "../answer";

/** How an answer goes out. */
export type Delivery =
  | { readonly way: "whole" | "half"; readonly answer: Answer }
  /** In ten pieces, or all at once when there is no body. */
  | { readonly way: "slow"; readonly answer: Answer; readonly chunkMs: number }
  /** The connection is reset, or kept open in silence. */
  | { readonly way: "reset" | "silence" };

/** What a fault does: it takes the operation's place, or comes before and after it. */
export type FaultEffect =
  | { readonly runs: false; readonly delivery: Delivery }
  | {
      readonly runs: true;
      readonly before?: () => void | Promise<void>;
      readonly deliver: (ran: OperationResponse) => Delivery;
    };
