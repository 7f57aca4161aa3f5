import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { createRunUsers } from "../../provider/dynamic/run-users";

const engine = { host: "127.0.0.1", port: 4321 };
const user = "11111111-2222-4333-8444-555555555555/a11ce000-0000-4000-8000-000000000001";

describe("createRunUsers", () => {
  let root: string;
  let folder: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "run-users-"));
    folder = join(root, "shared");
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it("tells the other living processes of one engine who is declared", () => {
    const declaring = createRunUsers(engine, folder, process.ppid);
    const other = createRunUsers(engine, folder, process.pid);
    expect(other.has(user)).to.equal(false);
    expect(declaring.declare(user, "alice")).to.equal(undefined);
    expect([declaring.has(user), other.has(user)]).to.deep.equal([true, true]);
    expect(other.has(`${user}0`)).to.equal(false);
  });

  it("believes no process that has ended", () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    createRunUsers(engine, folder, pid).declare(user, "alice");
    expect(readdirSync(folder)).to.have.length(1);
    expect(createRunUsers(engine, folder).has(user)).to.equal(false);
  });

  it("believes no process of another engine", () => {
    createRunUsers({ ...engine, port: 43210 }, folder, process.ppid).declare(user, "alice");
    expect(createRunUsers(engine, folder).has(user)).to.equal(false);
  });

  it("names the other resource of its own process that declares a user", () => {
    const users = createRunUsers(engine, folder);
    users.declare(user, "alice");
    expect(users.declare(user, "alice again")).to.equal("alice");
    expect(users.declare(user, "alice")).to.equal(undefined);
  });

  it("writes nothing that names a user, for this account alone", () => {
    createRunUsers(engine, folder).declare(user, "alice");
    const [name = ""] = readdirSync(folder);
    const file = join(folder, name);
    expect(readFileSync(file, "utf8")).to.match(/^[\w-]{43}\n$/);
    expect([statSync(folder).mode & 0o777, statSync(file).mode & 0o777]).to.deep.equal([0o700, 0o600]);
  });

  it("knows its own users where nothing can be written", () => {
    writeFileSync(folder, "a file in the folder's place");
    const users = createRunUsers(engine, folder);
    expect(users.declare(user, "alice")).to.equal(undefined);
    expect([users.has(user), users.has("other")]).to.deep.equal([true, false]);
  });

  it("shares nothing without an engine", () => {
    const users = createRunUsers(undefined, folder);
    users.declare(user, "alice");
    expect(users.has(user)).to.equal(true);
    expect(readdirSync(root)).to.deep.equal([]);
  });
});
