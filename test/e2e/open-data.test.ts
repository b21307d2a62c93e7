/** The contracts of this installation over its services: the same answers as the whole graph gives, and nothing that is withheld from anyone. */
import { parse, print, visit } from "graphql";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  readonly extensions?: Record<string, unknown>;
}

const at = async (path: string, query: string): Promise<Answer> => {
  const response = await fetch(`${stack.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Answer;
};

const OPEN = "/contracts/open-data/graphql";

describe("open-data", () => {
  it.each([
    `{ organizations(first: 5) { totalCount nodes { id name uscc division { code name } } pageInfo { hasNextPage } } }`,
    `{ organization(uscc: "91990101MA9000011P") { name penalties(first: 2) { totalCount nodes { violationType fine authority { name } } } } }`,
    `{ serviceMatters(first: 3) { nodes { id taskName dept { name } legalBases { lawName } } } }`,
    `{ fundPolicies(first: 3) { nodes { policyCode name } } listEntries(first: 3) { nodes { id kind listedOn } } }`,
    `query ($first: Int = 2) { divisions: organizations(first: $first) { nodes { ... on Organization @include(if: true) { name } __typename } } }`,
  ])("answers as the whole graph does: %s", async (query) => {
    const [open, whole] = [await at(OPEN, query), await at("/graphql", query)];
    expect(whole.errors).toBeUndefined();
    expect(open).toEqual(whole);
    expect(Object.values(open.data!).every((value) => value !== null)).toBe(true);
    expect(open.extensions).toBeUndefined();
  });

  it("knows no closed field, no viewer and no record of a person, whoever asks and however it is written", async () => {
    for (const [query, hidden] of [
      [`{ organization(uscc: "91990101MA9000011P") { contact legalRepName } }`, /contact|legalRepName/],
      [`{ me { username roles } }`, /username|roles/],
      [`{ mySubsidies(first: 1) { nodes { id } } }`, /Subsid/],
      [`{ serviceCase(caseNo: "1") { applicantName } }`, /applicantName/],
      [`{ subgraphUse(subgraph: "funds") { clients { client } } }`, /client/],
    ] as const) {
      const { data, errors = [] } = await at(OPEN, query);
      expect(data).toBeUndefined();
      expect(errors.length).toBeGreaterThan(0);
      const asked = new Set<string>();
      visit(parse(query), { Field: ({ name }) => void asked.add(name.value) });
      // What is told back is what was asked.
      const told = errors.map(({ message }) =>
        [...asked].reduce((text, name) => text.replaceAll(`"${name}"`, ""), message),
      );
      expect(told.join(" ")).not.toMatch(hidden);
    }
  });
});

describe("partner", () => {
  it("follows changes and reads what they are about", async () => {
    const query = print(
      parse(
        `{ changes(types: [ORGANIZATION], first: 2) { hasMore items { kind key } } organizations(first: 1) { nodes { id contact } } }`,
      ),
    );
    const [partner, whole] = [await at("/contracts/partner/graphql", query), await at("/graphql", query)];
    expect(partner).toEqual(whole);
    expect(partner.extensions).toHaveProperty("withheld");
    const { errors } = await at("/contracts/partner/graphql", `{ penalties(first: 1) { nodes { id } } }`);
    expect(errors?.map(({ extensions }) => extensions["code"])).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  });
});
