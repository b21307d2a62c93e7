/** How long a list is: exactly up to 10,000 rows, about beyond, and never of more rows than the viewer is given. */
import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, isObjectType, isRequiredArgument } from "graphql";
import { projectPath } from "../../platform/config/index.js";
import { countUpTo, estimateRows } from "../../platform/database/index.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

/** Root lists that are asked without an argument. */
const LISTS = Object.values(
  buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"))
    .getQueryType()!
    .getFields(),
)
  .filter(({ args }) => args.some(({ name }) => name === "first") && !args.some(isRequiredArgument))
  .filter(({ type }) => {
    const named = getNamedType(type);
    return isObjectType(named) && "approximateCount" in named.getFields();
  })
  .map(({ name }) => name);

interface Listed {
  readonly totalCount: number | null;
  readonly approximateCount: number | null;
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

it.each(["anonymous", "agent-1", "officer-1", "supervisor-1", "app-open"])(
  "counts for %s what is given",
  async (viewer) => {
    expect(LISTS.length).toBeGreaterThan(15);
    const selection = "{ totalCount approximateCount nodes { __typename } pageInfo { hasNextPage } }";
    let short = 0;
    let long = 0;
    for (const list of LISTS) {
      const { body } = await stack.ask(`{ list: ${list}(first: 100) ${selection} }`, { viewer });
      const listed = body.data?.list as Listed | null | undefined;
      // A list that needs another argument or another viewer is refused.
      if (listed == null) continue;
      const { totalCount, approximateCount, nodes, pageInfo } = listed;
      expect([list, approximateCount]).toEqual([list, totalCount]);
      if (pageInfo.hasNextPage) expect([list, totalCount! > 100, (long += 1) > 0]).toEqual([list, true, true]);
      else expect([list, totalCount, (short += 1) > 0]).toEqual([list, nodes.length, true]);
    }
    expect([short > 3, long > 3]).toEqual([true, true]);
  },
);

it("counts with the list's filters, the same on every page", async () => {
  const query = `query ($after: String) { penalties(first: 5, after: $after) { totalCount nodes { id } pageInfo { endCursor } } }`;
  const first = (await stack.ask(query)).body.data.penalties;
  const { body } = await stack.ask(query, { variables: { after: first.pageInfo.endCursor } });
  expect(body.data.penalties.totalCount).toBe(first.totalCount);
});

describe("rows of a query", () => {
  const numbers = (many: number) =>
    stack.databases["credit"]!.from(stack.databases["credit"]!.raw("generate_series(1, ?) as n", [many]))
      .select("n")
      .orderBy("n");

  it("are counted up to a number", async () => {
    expect(await countUpTo(numbers(0), 3)).toBe(0);
    expect(await countUpTo(numbers(3), 3)).toBe(3);
    expect(await countUpTo(numbers(4), 3)).toBeUndefined();
  });

  it("are estimated in two digits, with values as with text, and at least what was counted", async () => {
    expect(await estimateRows(numbers(12_345), 10)).toBe(12_000);
    expect(await estimateRows(numbers(2), 10)).toBe(10);
  });
});
