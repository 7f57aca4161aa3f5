import { expect } from "chai";
import { parsePage, withQuery } from "../../provider/operations/page";

const text = (member: unknown) => (typeof member === "string" ? member : undefined);
const parse = (body: unknown, asked?: string) => parsePage(body, "things", text, asked);
const linkTo = (href: unknown) => ({ _embedded: { things: ["a"] }, _links: { next: { href } } });

describe("parsePage", () => {
  it("answers the members, and that there is no further page", () => {
    expect(parse({ _embedded: { things: ["a", "b"] } })).to.deep.equal({ members: ["a", "b"] });
    expect(parse({ _embedded: { things: [] }, _links: { self: { href: "x" } } })).to.deep.equal({
      members: [],
    });
  });

  const links: readonly (readonly [href: string, next: string])[] = [
    ["https://api.pingone.com/v1/environments/e/things?cursor=abc", "abc"],
    ["https://elsewhere.example/?limit=2&cursor=a%2Fb%3D%26+c&filter=x", "a/b=& c"],
    ["/things?cursor=abc", "abc"],
  ];
  for (const [href, next] of links) {
    it(`takes nothing but the cursor of ${href}`, () => {
      expect(parse(linkTo(href))).to.deep.equal({ members: ["a"], next });
    });
  }

  for (const href of [undefined, 5, "", "https://api.pingone.com/things", "/things?cursor="]) {
    it(`does not take a list for complete whose next page is ${JSON.stringify(href)}`, () => {
      expect(parse(linkTo(href))).to.equal(undefined);
    });
  }

  it("does not follow a list that goes round in a circle", () => {
    expect(parse(linkTo("/things?cursor=abc"), "abc")).to.equal(undefined);
    expect(parse(linkTo("/things?cursor=abd"), "abc")).to.deep.include({ next: "abd" });
  });

  for (const body of [undefined, "a", [], {}, { _embedded: [] }, { _embedded: { things: { 0: "a" } } }]) {
    it(`does not take ${JSON.stringify(body)} for a page`, () => {
      expect(parse(body)).to.equal(undefined);
    });
  }

  it("does not take a page with a member that is something else", () => {
    expect(parse({ _embedded: { things: ["a", 5] } })).to.equal(undefined);
  });
});

describe("withQuery", () => {
  it("appends what is given, encoded", () => {
    expect(withQuery("/things", { filter: 'name eq "a&b"', limit: 5, cursor: undefined })).to.equal(
      "/things?filter=name%20eq%20%22a%26b%22&limit=5",
    );
  });

  it("leaves a path without parameters alone", () => {
    expect(withQuery("/things", { cursor: undefined })).to.equal("/things");
  });
});
