/** Addresses of subgraphs: a query goes out and is signed, what would be lost without a word is refused. */
import { GATEWAY_VARIABLES } from "../../../gateway/config.js";
import { subgraphAddress } from "../../../gateway/upstream/address.js";

describe("the address of a subgraph", () => {
  it.each([
    ["http://127.0.0.1:4001/graphql", "http://127.0.0.1:4001", "/graphql"],
    ["https://partner.example", "https://partner.example", "/"],
    [
      "https://partner.example/a-b/c_d.e/graphql?tenant=a&lang=%E7%B9%81",
      "https://partner.example",
      "/a-b/c_d.e/graphql?tenant=a&lang=%E7%B9%81",
    ],
  ])("%s is asked as it stands", (address, origin, target) =>
    expect(subgraphAddress(address)).toEqual({ origin, target }),
  );

  it.each([
    ["a user", "https://me@partner.example/graphql", /no user/],
    ["a password", "https://me:secret@partner.example/graphql", /no user and no password/],
    ["a fragment", "https://partner.example/graphql#x", /fragment/],
    ["an empty fragment", "https://partner.example/graphql#", /fragment/],
    ["an empty query", "https://partner.example/graphql?", /not empty/],
    ["brackets in its query", "https://partner.example/graphql?q[0]=1", /RFC 3986/],
    ["letters that are no ASCII in its path", "https://partner.example/政府/graphql", /ASCII/],
    ["percent in its path", "https://partner.example/a%2Fb", /percent/],
    ["another protocol", "ftp://partner.example/graphql", /http/],
  ])("is refused with %s, and the sentence repeats no secret", (_what, address, sentence) => {
    expect(() => subgraphAddress(address)).toThrow(sentence);
    const read = GATEWAY_VARIABLES.GATEWAY_SUBGRAPHS.schema.safeParse(`partner=${address}`);
    expect(read.error?.issues[0]?.message).toMatch(sentence);
    expect(read.error?.issues[0]?.message).not.toMatch(/secret/);
  });
});
