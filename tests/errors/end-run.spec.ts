import { expect } from "chai";
import * as pulumi from "@pulumi/pulumi";
import { PingOneApiError, PingOneError, PingOneNetworkError } from "../../provider/errors";
import { endRunOnError, endRunOnRejection, toRunError } from "../../provider/errors/end-run";
import { readProgramError } from "../../provider/messages";
import { refusalOf } from "./refusal-of";

const FRAME = "    at f (/x/node_modules/@pulumi/output.ts:1:2)";
const OTHER = "    at g (/x/node_modules/@pulumi/runtime/stack.ts:3:4)";

describe("toRunError", () => {
  const details = [{ code: "INVALID_VALUE", message: "no", target: "password" }];
  const refusal = () =>
    new PingOneApiError("readUser failed: 404", {
      operation: "readUser",
      status: 404,
      code: "NOT_FOUND",
      details,
    });

  it("keeps the error with its class, code and details, and names the call", () => {
    const error = refusal();
    expect(toRunError(error, 'getUser "alice"')).to.equal(error);
    expect(error).to.be.instanceOf(PingOneApiError);
    expect(error).to.include({ name: "PingOneApiError", status: 404, code: "NOT_FOUND", details });
    expect(error.message).to.equal('pingone.getUser "alice": readUser failed: 404');
  });

  it("is a RunError to Pulumi, with a stack that is its message", () => {
    for (const error of [refusal(), new pulumi.RunError("no")]) {
      toRunError(error, "readUsers");
      expect(pulumi.RunError.isInstance(error)).to.equal(true);
      expect(error.stack).to.equal(error.message);
    }
  });

  it("names the first of the calls that share an error", () => {
    const error = refusal();
    toRunError(error, "getUser");
    toRunError(error, "getPasswordPolicy");
    expect(error.message).to.equal("pingone.getUser: readUser failed: 404");
  });

  it("lets a program change the message, and Pulumi put nothing in front of it", () => {
    const error = refusal();
    toRunError(error, "readUsers");
    error.message = `error serializing property "userId": ${error.message}`;
    expect(error.message).to.equal("pingone.readUsers: readUser failed: 404");
    error.message = `no such user: ${error.message}`;
    expect(error.message).to.equal("no such user: pingone.readUsers: readUser failed: 404");
  });

  it("is no message of this package any more once a program has changed it", () => {
    const error = refusal();
    toRunError(error, "readUsers");
    error.message += " (Pl4nted-Secret)";
    expect(error.message).to.equal("readUsers: readUser failed: 404 (Pl4nted-Secret)");
    expect(readProgramError(error.message)).to.equal(undefined);
  });

  it("leaves a bug its message and stack, but for the frames on which Node loops", () => {
    const bug = new TypeError("x is undefined");
    bug.stack = ["TypeError: x is undefined", FRAME, OTHER].join("\n");
    expect(toRunError(bug, "readUsers")).to.equal(bug);
    expect(bug.message).to.equal("x is undefined");
    expect(bug.stack).to.equal(["TypeError: x is undefined", OTHER].join("\n"));
    expect(pulumi.RunError.isInstance(bug)).to.equal(false);
  });

  it("takes those frames out of the causes as well, also in a circle", () => {
    const inner = new AggregateError([new Error("::1"), new Error("127.0.0.1")], "connect");
    const causes = [inner, ...(inner.errors as Error[])];
    for (const cause of causes) {
      cause.stack = [cause.message, FRAME].join("\n");
    }
    const error = new PingOneNetworkError("no answer", false, { cause: inner });
    Object.assign(inner, { cause: error });
    toRunError(error, "readUsers");
    expect(causes.map(({ stack }) => stack)).to.deep.equal(["connect", "::1", "127.0.0.1"]);
  });

  for (const close of [Object.freeze, Object.seal, Object.preventExtensions]) {
    it(`leaves an error that a program has closed with ${close.name} to be shown as it is`, () => {
      const stack = ["Error: no", FRAME].join("\n");
      const bug = close(Object.assign(new Error("no"), { stack }));
      const around = new Error("around", { cause: bug });
      for (const error of [bug, around, close(new pulumi.RunError("no")), close(refusal())]) {
        expect(toRunError(error, "readUsers")).to.equal(error);
        expect(error.message).to.match(/^(pingone\.readUsers: )?(no|around|readUser failed: 404)$/);
      }
    });
  }

  it("leaves an error whose stack cannot be read or written to be shown as it is", () => {
    const fail = () => {
      throw new Error("not this one");
    };
    for (const get of [fail, () => FRAME]) {
      const error = Object.defineProperty(new Error("no"), "stack", { get, set: fail });
      expect(toRunError(error, "readUsers")).to.equal(error);
    }
  });

  it("leaves what is no error as it is", () => {
    expect(toRunError("text", "readUsers")).to.equal("text");
  });
});

describe("endRunOnError", () => {
  it("names what is thrown at once, and what later", async () => {
    const fail = () => {
      throw new PingOneError("no");
    };
    expect(() => endRunOnError("readUsers", fail)).to.throw(PingOneError, "pingone.readUsers: no");
    const later = endRunOnRejection("readUsers", () => Promise.reject(new PingOneError("no")));
    expect((await refusalOf(PingOneError, later)).message).to.equal("pingone.readUsers: no");
    expect((await refusalOf(PingOneError, endRunOnRejection("readUsers", fail))).message).to.equal(
      "pingone.readUsers: no",
    );
  });

  it("answers what there is to answer", async () => {
    expect(endRunOnError("readUsers", () => 1)).to.equal(1);
    expect(await endRunOnRejection("readUsers", () => Promise.resolve(2))).to.equal(2);
  });
});
