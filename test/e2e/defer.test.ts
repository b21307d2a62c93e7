/** `@defer` on the real graph: the parts put together are the answer as one, with what is withheld and masked, whoever asks. */
import { VIEWER_ORDER } from "../support/visibility.js";
import { deferSome } from "../support/deferred-documents.js";
import { TEST_ENGINE } from "../support/engine.js";
import { askParts, together } from "../support/parts.js";
import { SHOWCASE, showcaseRequest } from "../support/showcase.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

/** Which fragments and fields are deferred, as numbers. */
const TAPES = [
  [0, 1, 2, 3, 4, 5],
  [3, 1, 0, 2, 6, 1, 4],
];

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      // No two cursors of the feed are the same.
      .map(([key, inner]) => [key, key === "cursor" ? typeof inner : ordered(inner)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};

/** The answer in parts and as one, and how many parts there were. */
const both = async (query: string, viewer: string, variables?: object) => {
  const headers: Record<string, string> = viewer === "anonymous" ? {} : { authorization: `Bearer ${viewer}.test.test` };
  const given = { headers, ...(variables ? { variables } : {}) };
  const parts = await (await askParts(stack.url, query, given)).rest();
  const [one] = await (
    await askParts(stack.url, query, { ...given, headers: { ...headers, accept: "application/json" } })
  ).rest();
  return { parts, made: together(parts), one: one! };
};

describe("@defer on the real graph", () => {
  it("makes the same answer of every showcase operation, in several parts, for its viewer and others", async () => {
    const counts: number[] = [];
    for (const [index, { name, viewer: own }] of SHOWCASE.entries())
      for (const [at, viewer] of VIEWER_ORDER.entries()) {
        if (viewer !== own && (index + at) % 4 > 0) continue;
        const { query, variables } = showcaseRequest(name);
        const deferring = deferSome(query, TAPES[(index + at) % TAPES.length]!);
        const { parts, made, one } = await both(deferring, viewer, variables);
        counts.push(parts.length);
        expect([name, viewer, ordered(made.data), made.extensions, made.errors]).toEqual([
          name,
          viewer,
          ordered(one.data),
          one.extensions,
          one.errors ?? [],
        ]);
      }
    expect(counts.filter((count) => count > 1).length > counts.length / 2).toBe(TEST_ENGINE === "compiled");
  });

  it("tells with the last part what of the whole is withheld, in the reader's language", async () => {
    const { parts, one } = await both(
      `{ organization(uscc: "11990101MB9000015E") { name ... @defer(label: "rest") { contact creditReport { scope } } } }`,
      "anonymous",
    );
    expect(one.extensions).toHaveProperty("withheld");
    expect(parts.at(-1)!.extensions).toEqual(one.extensions);
    if (TEST_ENGINE !== "compiled") return;
    expect(parts.map(({ extensions }) => extensions !== undefined)).toEqual([false, true]);
    expect(parts[0]).toEqual({ data: { organization: { name: "延吉市市场监督管理局（演示）" } }, hasNext: true });
  });
});
