import { expect } from "chai";
import { settingNames } from "../../provider/config";
import { settings } from "../../provider/config/settings";

describe("settings", () => {
  it("have the environment's name of the setting in capitals", () => {
    for (const name of settingNames) {
      expect(settings[name]).to.equal(
        `PINGONE_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`,
      );
    }
  });
});
