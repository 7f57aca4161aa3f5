import { itAtLength } from "../helpers/it-at-length";
import { liveThrough } from "./live-through";
import { runScript } from "./run-script";
import { component, scripts, shapes } from "./table";

/** With a version of @pulumi/pulumi, by default the locked one. */
const titled = (title: string, sdk: string | undefined) =>
  sdk === undefined ? title : `${title}, with ${sdk}`;

describe("a program that is run as its users run it", function () {
  // Each run of a command has a limit of its own.
  this.timeout(1_200_000);

  it(component.title, () => liveThrough(component));

  for (const shape of shapes) {
    itAtLength(shape.title, () => liveThrough(shape));
  }
  for (const shape of [component, ...shapes]) {
    for (const sdk of shape.sdks ?? []) {
      itAtLength(titled(shape.title, sdk), () => liveThrough(shape, sdk));
    }
  }
  for (const script of scripts) {
    for (const sdk of [undefined, ...(script.sdks ?? [])]) {
      itAtLength(titled(script.title, sdk), () => runScript(script, sdk));
    }
  }
});
