import * as pulumi from "@pulumi/pulumi";
import type { Simulator } from "../../simulator";

/** Takes back the mocks that another spec of this process has set: a program on the engine has none. */
export function withoutMocks(): void {
  pulumi.runtime.setMockOptions(undefined);
}

/** A connection to the simulator as a program gives it, by a worker of its own: tokens of the process outlive a test. */
export function settingsOf(simulator: Simulator) {
  const { url, environmentId } = simulator;
  return { apiUrl: url, authUrl: url, environmentId, ...simulator.createWorker() };
}

/** What an output holds. */
export function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => {
    output.apply(resolve);
  });
}
