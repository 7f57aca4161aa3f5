import { expect } from "chai";
import type { Props } from "../../../provider/lifecycle";
import { testUsers } from "../../../provider/lifecycle/test-users";
import { userPassword } from "../../../provider/lifecycle/user-password";
import { createSession, recordReport } from "../../helpers/session";
import { withFiles } from "../../helpers/with-files";
import { withSimulator } from "../../helpers/with-simulator";
import { declareUsers } from "./up-users";

withSimulator("TestUsers of one stack", (simulator) => {
  const files = withFiles();

  it("refuse a second one of a name, and another resource that writes its file", async () => {
    const session = createSession(simulator);
    const file = files.path("passwords.json");
    const declare = async (owner: string, resource: string, args: Props = {}) => {
      const news = declareUsers(
        simulator,
        { [`of-${owner}`]: { generate: {} } },
        {
          owner,
          deliverTo: { file },
          ...args,
        },
      );
      const { failures } = await testUsers(session).check({}, news, recordReport(resource));
      return failures.map(({ reason }) => reason).join();
    };
    expect(await declare("a", "first")).to.equal("");
    expect(await declare("a", "first")).to.equal("");
    expect(await declare("b", "second")).to.contain(
      "is where another resource delivers to (first): give each a place of its own",
    );
    const userId = simulator.createUser({ username: "alice" });
    const one = { environmentId: simulator.environmentId, userId, generate: {}, deliverTo: { file } };
    const { failures } = await userPassword(session).check({}, one, recordReport("password"));
    expect(failures.map(({ reason }) => reason).join()).to.contain(
      "is where another resource delivers to (first)",
    );
    expect(await declare("c", "third", { deliverTo: { file: `${file}.c` } })).to.equal("");
    expect(await declare("a", "fourth", { deliverTo: { file: `${file}.d` } })).to.contain(
      "another TestUsers of this stack has the same name (first)",
    );
  });
});
