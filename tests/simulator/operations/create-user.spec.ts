import { expect } from "chai";
import { textAt, unsatisfied, useBench } from "../bench";

const IMPORT = "application/vnd.pingidentity.user.import+json";
const JSON_TYPE = "application/json";

describe("createUser", () => {
  const bench = useBench();
  const create = (body: unknown, type = JSON_TYPE) => bench.call("POST", "/users", { type, body });

  it("creates an enabled user without a password in the default population", async () => {
    const name = { given: "Alice", family: "Smith" };
    const { status, body } = await create({ username: "alice", email: "alice@example.com", name });
    expect(status).to.equal(201);
    expect(body).to.deep.include({
      environment: { id: bench.simulator.environmentId },
      username: "alice",
      email: "alice@example.com",
      name,
      enabled: true,
      lifecycle: { status: "ACCOUNT_OK" },
      account: { canAuthenticate: true, status: "OK" },
    });
    const user = bench.simulator.readUser(textAt(body, "id"));
    expect(user?.password.status).to.equal("NO_PASSWORD");
  });

  it("ignores what it does not know and what has calls of its own", async () => {
    const { status, body } = await create({ username: "alice", shoeSize: 43, account: { status: "LOCKED" } });
    expect(status).to.equal(201);
    expect(body)
      .to.deep.include({ account: { canAuthenticate: true, status: "OK" } })
      .and.not.to.have.property("shoeSize");
  });

  it("creates a user who may not sign on yet", async () => {
    const { body } = await create({ username: "alice", enabled: false });
    expect(body).to.deep.include({ enabled: false, account: { canAuthenticate: false, status: "OK" } });
    expect(bench.simulator.readUser(textAt(body, "id"))?.enabled).to.equal(false);
    expect((await create({ username: "bob", enabled: "maybe" })).status).to.equal(400);
    expect((await create({ username: "bob" })).status).to.equal(201);
  });

  it("keeps an external id of 1 to 1024 characters, which many users may share", async () => {
    for (const username of ["alice", "bob"]) {
      const externalId = "x".repeat(1024);
      expect((await create({ username, externalId })).body).to.include({ externalId });
    }
    for (const externalId of ["", "x".repeat(1025)]) {
      expect((await create({ username: "carol", externalId })).body).to.have.deep.nested.include({
        "details[0].code": "SIZE_LIMIT_EXCEEDED",
        "details[0].target": "externalId",
      });
    }
  });

  it("puts the user into the population asked for", async () => {
    const id = bench.simulator.createPopulation({ name: "Staff" });
    expect((await create({ username: "alice", population: { id } })).body).to.deep.include({
      population: { id },
    });
  });

  it("refuses a population that does not exist", async () => {
    const { status, body } = await create({ username: "alice", population: { id: "none" } });
    expect(status).to.equal(400);
    expect(body).to.have.nested.property("details[0].target", "population.id");
  });

  it("refuses a name in use, in whatever case, with 400", async () => {
    bench.simulator.createUser({ username: "alice" });
    for (const username of ["alice", "ALICE"]) {
      const { status, body } = await create({ username });
      expect(status).to.equal(400);
      expect(body).to.include({ code: "INVALID_DATA" });
      expect(body).to.have.deep.nested.property("details", [
        {
          code: "UNIQUENESS_VIOLATION",
          target: "username",
          message: "is unique but a non-unique value is provided",
        },
      ]);
    }
  });

  it("refuses an e-mail address that is none", async () => {
    const { status, body } = await create({ username: "alice", email: "alice" });
    expect(status).to.equal(400);
    expect(body).to.have.deep.nested.property("details", [
      { code: "INVALID_VALUE", target: "email", message: "must be a well-formed email address" },
    ]);
  });

  it("requires a username of 1 to 128 characters", async () => {
    expect((await create({})).body).to.have.deep.nested.include({
      "details[0].code": "REQUIRED_VALUE",
      "details[0].target": "username",
    });
    const { body } = await create({ username: "a".repeat(129) });
    expect(body).to.have.nested.property("details[0].code", "SIZE_LIMIT_EXCEEDED");
    expect((await create({ username: "a".repeat(128) })).status).to.equal(201);
  });

  it("sets no password with application/json", async () => {
    const { body } = await create({ username: "alice", password: { value: "Secret-Word.42" } });
    expect(bench.simulator.readUser(textAt(body, "id"))?.password.status).to.equal("NO_PASSWORD");
  });

  describe("as an import", () => {
    it("sets the password, the lifecycle and emailVerified, and answers no password", async () => {
      const { status, body } = await create(
        {
          username: "alice",
          emailVerified: true,
          lifecycle: { status: "VERIFICATION_REQUIRED" },
          password: { value: "Secret-Word.42", forceChange: true },
        },
        IMPORT,
      );
      expect(status).to.equal(201);
      expect(body).to.deep.include({ emailVerified: true, lifecycle: { status: "VERIFICATION_REQUIRED" } });
      expect(body).not.to.have.property("password");
      const id = textAt(body, "id");
      expect(bench.simulator.readUser(id)?.password.status).to.equal("MUST_CHANGE_PASSWORD");
      expect(bench.simulator.verifyPassword(id, "Secret-Word.42")).to.equal(true);
    });

    it("holds clear text to the policy and creates nobody when it fails", async () => {
      const reply = await create({ username: "alice", password: { value: "password" } }, IMPORT);
      expect(reply.status).to.equal(400);
      expect(unsatisfied(reply)).to.include.members(["minCharacters", "excludesCommonlyUsed"]);
      expect((await create({ username: "alice" })).status).to.equal(201);
    });

    it("compares the password with the profile the user will have", async () => {
      const body = { username: "alice", name: { given: "Lid-dell.42" }, password: { value: "lid-Dell.42" } };
      expect(unsatisfied(await create(body, IMPORT))).to.deep.equal(["excludesProfileData"]);
      expect((await create({ ...body, name: { given: "Alice" } }, IMPORT)).status).to.equal(201);
    });

    it("takes a value that is encoded already as it is", async () => {
      const value = "{SSHA256}5iXrQOFlcfJAk7nqWEVBMgULR8yuJU0i6D0dcoTN6O5zYWx0";
      const { status } = await create({ username: "alice", password: { value } }, IMPORT);
      expect(status).to.equal(201);
    });

    it("leaves the password to a gateway", async () => {
      const external = {
        gateway: { id: "g", type: "LDAP", userType: { id: "t" }, correlationAttributes: {} },
      };
      const { body } = await create({ username: "alice", password: { external } }, IMPORT);
      expect(bench.simulator.readUser(textAt(body, "id"))?.password.status).to.equal("EXTERNAL");
    });

    it("refuses a lifecycle status it does not know", async () => {
      const { body } = await create({ username: "alice", lifecycle: { status: "ASLEEP" } }, IMPORT);
      expect(body).to.have.nested.property("details[0].target", "lifecycle.status");
    });
  });
});
