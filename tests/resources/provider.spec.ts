import { expect } from "chai";
import { Provider, type ProviderArgs, UserPassword } from "../../provider";
import { readConfig, readLimits } from "../../provider/config";
import { recordProgram, secret, type Registered } from "./mock-engine";

const args = {
  clientId: "c",
  clientSecret: "s",
  environmentId: "3d2fc8d1-0c4f-4b7e-9a54-6f0d5d1c2b3a",
  regionCode: "EU",
} as const;

/** A provider is ready once a resource that uses it is. */
async function recordProvider(program: () => Provider): Promise<Registered> {
  const user = { environmentId: "e", userId: "u" };
  const registered = await recordProgram(() => [new UserPassword("alice", user, { provider: program() })]);
  return registered.find(({ name }) => name === "tenant") ?? expect.fail("no provider is registered");
}

describe("Provider", () => {
  it("is a provider of dynamic resources, marked as explicit, its settings named as in the configuration", async () => {
    const { type, inputs } = await recordProvider(() => new Provider("tenant", args));
    expect(type).to.equal("pulumi:providers:pulumi-nodejs");
    expect(inputs).to.deep.equal({
      "pingone:explicitProvider": "true",
      "pingone:clientId": "c",
      "pingone:clientSecret": secret("s"),
      "pingone:environmentId": args.environmentId,
      "pingone:regionCode": "EU",
    });
  });

  it("refuses a misspelt address, without which the client secret would go to the region's host", () => {
    const misspelt = { ...args, authURL: "https://gateway.example.com" };
    expect(() => new Provider("tenant", misspelt)).to.throw(
      'Provider "tenant": there is no input "authURL": did you mean authUrl? Its inputs are clientId,',
    );
  });

  it("takes null, and a name without a value, for left out", async () => {
    const nothing = { apiUrl: null, apiAccessToken: null, maxConcurrency: null, authURL: undefined };
    const given = { ...args, ...nothing } as unknown as ProviderArgs;
    const { inputs } = await recordProvider(() => new Provider("tenant", given));
    expect(Object.keys(inputs)).to.have.length(5);
  });

  it("makes a secret of an access token", async () => {
    const { inputs } = await recordProvider(
      () => new Provider("tenant", { apiAccessToken: "t", apiUrl: "https://a" }),
    );
    expect(inputs).to.deep.include({ "pingone:apiAccessToken": secret("t"), "pingone:apiUrl": "https://a" });
  });

  it("hands over the pace as texts, as the engine wants them", async () => {
    const pace = { maxConcurrency: 4, requestsPerSecond: Promise.resolve(12.5) };
    const { inputs } = await recordProvider(() => new Provider("tenant", { ...args, ...pace }));
    expect(inputs).to.deep.include({ "pingone:maxConcurrency": "4", "pingone:requestsPerSecond": "12.5" });
    expect(readLimits((key) => inputs[key] as string | undefined, {})).to.deep.equal({
      maxConcurrency: 4,
      requestsPerSecond: 12.5,
    });
  });

  it("hands over what the connection is read from", async () => {
    const { inputs } = await recordProvider(() => new Provider("tenant", args));
    const read = (key: string) =>
      key === "pingone:clientSecret" ? "s" : (inputs[key] as string | undefined);
    expect(readConfig(read, { PINGONE_CLIENT_ID: "other" })).to.deep.include({
      source: "the explicit pingone.Provider",
      credentials: { kind: "client", environmentId: args.environmentId, clientId: "c", clientSecret: "s" },
    });
  });
});
