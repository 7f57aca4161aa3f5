import { type Finding, ok, warning } from "./finding";

/** Seconds of difference that matter to nothing. */
const TOLERANCE = 60;

/**
 * This machine's clock against PingOne's.
 * @param ahead milliseconds by which this one is ahead; undefined when no answer told the time
 * @param isLocal whether it is a PingOne on this machine, whose clock is moved on purpose
 */
export function checkClock(ahead: number | undefined, isLocal: boolean): readonly Finding[] {
  if (ahead === undefined) {
    return [];
  }
  const seconds = Math.round(Math.abs(ahead) / 1000);
  if (isLocal && seconds > TOLERANCE) {
    return [
      ok(
        "clock",
        `the local PingOne's was moved: it is ${seconds} s ${ahead > 0 ? "behind" : "ahead of"} this machine's.`,
      ),
    ];
  }
  return [
    seconds <= TOLERANCE
      ? ok("clock", "agrees with PingOne's.")
      : warning(
          "clock",
          `this machine's is ${seconds} s ${ahead > 0 ? "ahead of" : "behind"} PingOne's.`,
          "Set it by NTP: certificates and the times in messages are judged by it.",
        ),
  ];
}
