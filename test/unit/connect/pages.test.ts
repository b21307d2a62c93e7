/** Pages of a backend's lists: however it counts them, a client sees every item once and in order. */
import fc from "fast-check";
import { readCursor, writeCursor } from "../../../platform/connect/backend/list-cursor.js";
import { startJsonBackend, type JsonBackend, type SeenRequest } from "../../support/connect/json-backend.js";
import { runMapping, type RunningMapping } from "../../support/connect/run-mapping.js";

const mappingOf = (url: string, pages: string, items = "items: /data"): string => `
subgraph: numbers
backend: { url: "${url}" }
types: { Row: { fields: { id: ID! } } }
queries:
  rows: { connection: Row, call: { get: /rows, ${items} }, pages: { ${pages} } }
  some: { type: "[Row!]", call: { get: /rows, ${items} }, pages: { ${pages} } }
`;

const number = (url: URL, name: string): number | undefined =>
  url.searchParams.has(name) ? Number(url.searchParams.get(name)) : undefined;

const ITEMS = 23;
const rows = (from: number, count: number): { id: number }[] =>
  Array.from({ length: ITEMS }, (_none, index) => ({ id: index })).slice(from, from + count);

type Answer = (request: SeenRequest) => { json: unknown; headers?: Record<string, string> };

/** Each way of paging, and a backend that pages so. */
const WAYS: readonly { name: string; pages: string; answer: Answer; items?: string }[] = [
  {
    name: "offset with a total",
    pages: "kind: offset, offset: skip, limit: take, total: /total",
    answer: ({ url }) => ({ json: { total: ITEMS, data: rows(number(url, "skip")!, number(url, "take")!) } }),
  },
  {
    name: "offset without a total, a backend that gives more than it is asked for",
    pages: "kind: offset, offset: skip, limit: take",
    answer: ({ url }) => ({ json: { data: rows(number(url, "skip")!, number(url, "take")! + 2) } }),
  },
  {
    name: "pages from 1 of a size that is asked for",
    pages: "kind: page, page: page, size: size, total: 'header:X-Total-Count'",
    answer: ({ url }) => {
      const size = number(url, "size")!;
      return {
        json: { data: rows((number(url, "page")! - 1) * size, size) },
        headers: { "x-total-count": String(ITEMS) },
      };
    },
  },
  {
    name: "pages from 0 of a fixed size",
    pages: "kind: page, page: page, from: 0, fixedSize: 10, most: 10, first: 5",
    answer: ({ url }) => ({ json: { data: rows(number(url, "page")! * 10, 10) } }),
  },
  {
    name: "a cursor",
    pages: "kind: cursor, cursor: at, next: /next, limit: n",
    answer: ({ url }) => {
      const at = number(url, "at") ?? 0;
      const end = at + number(url, "n")!;
      return { json: { data: rows(at, end - at), next: end < ITEMS ? end : null } };
    },
  },
  {
    name: "a cursor, of a backend that knows its own size, and gives an empty page on the way",
    pages: "kind: cursor, cursor: at, next: /meta/next",
    answer: ({ url }) => {
      const [at = "0", isEmpty] = (url.searchParams.get("at") ?? "0").split(".");
      const end = Number(at) + (isEmpty ? 0 : 8);
      return {
        json: {
          data: rows(Number(at), end - Number(at)),
          meta: end < ITEMS ? { next: isEmpty ? at : `${end}.empty` } : {},
        },
      };
    },
  },
  {
    name: "a link in a header",
    pages: "kind: link, parameter: at, next: header, limit: n",
    answer: ({ url }) => {
      const at = number(url, "at") ?? 0;
      const end = at + number(url, "n")!;
      const link = `<https://elsewhere.example/admin?x=1&at=${end}>; title="a, b"; rel="up next", <x?at=999>; rel=last`;
      return { json: rows(at, end - at), headers: { link: end < ITEMS ? link : "" } };
    },
    items: "items: ''",
  },
  { name: "the whole", pages: "kind: whole", answer: () => ({ json: { data: rows(0, ITEMS) } }) },
];

describe.each(WAYS)("$name", ({ pages, answer, items }) => {
  let backend: JsonBackend;
  let mapping: RunningMapping;
  beforeAll(async () => {
    backend = await startJsonBackend();
    backend.answer = answer;
    mapping = runMapping(mappingOf(backend.url, pages, items));
  });
  afterAll(async () => {
    await mapping.close();
    await backend.stop();
  });

  const page = async (first: number, after: string | undefined) => {
    const { data, errors } = await mapping.ask(
      "query ($first: Int, $after: String) { rows(first: $first, after: $after) { nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
      { first, after },
    );
    expect(errors).toBeUndefined();
    return data!["rows"] as {
      nodes: { id: string }[];
      edges: { cursor: string; node: { id: string } }[];
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
    };
  };

  it.each([[1], [5], [7, 3], [10], [4, 9, 2]])("gives each item once and in order, %j at a time", async (...sizes) => {
    const seen: number[] = [];
    let after: string | undefined;
    for (let turn = 0; turn < 100; turn += 1) {
      const { nodes, pageInfo } = await page(sizes[turn % sizes.length]!, after);
      expect(nodes.length).toBeLessThanOrEqual(sizes[turn % sizes.length]!);
      expect(pageInfo.hasPreviousPage).toBe(turn > 0);
      seen.push(...nodes.map(({ id }) => Number(id)));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(rows(0, ITEMS).map(({ id }) => id));
  });

  it("goes on behind every item", async () => {
    const { edges } = await page(5, undefined);
    for (const { cursor, node } of edges) {
      const { nodes } = await page(1, cursor);
      // An empty page of the backend may lie between.
      if (nodes.length > 0) expect(Number(nodes[0]!.id)).toBe(Number(node.id) + 1);
    }
  });

  it("gives a bounded list too", async () => {
    const { data } = await mapping.ask("{ some(first: 3) { id } }");
    expect(data).toEqual({ some: [{ id: "0" }, { id: "1" }, { id: "2" }] });
  });

  it.each(["first: 0", "first: -1", "first: 101", 'after: "x"', 'after: "WzEsMl0"', 'after: "Wy0xXQ"'])(
    "refuses %s without asking",
    async (given) => {
      const before = backend.seen.length;
      const { data, errors } = await mapping.ask(`{ rows(${given}) { nodes { id } } }`);
      expect([data, errors![0]!.extensions.code]).toEqual([{ rows: null }, "BAD_USER_INPUT"]);
      expect(backend.seen.length).toBe(before);
    },
  );
});

it("a cursor that a client wrote itself makes the backend give no more than two pages, and no other page is found by it", async () => {
  const backend = await startJsonBackend();
  backend.answer = ({ url }) => {
    const [at, count] = [number(url, "at") ?? 0, number(url, "n")!];
    return { json: { data: rows(at, count), next: at + count < ITEMS ? at + count : null } };
  };
  const mapping = runMapping(
    mappingOf(backend.url, "kind: cursor, cursor: at, next: /next, limit: n, most: 5, first: 5"),
  );
  const { data, errors } = await mapping.ask(
    "query ($after: String) { rows(after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }",
    { after: writeCursor({ skip: 1_000_000, token: "8" }) },
  );
  expect(errors).toBeUndefined();
  expect(backend.seen.map(({ url }) => url.search)).toEqual(["?at=8&n=10"]);
  const next = writeCursor({ skip: 0, token: "18" });
  expect(data).toEqual({ rows: { nodes: [], pageInfo: { hasNextPage: true, endCursor: next } } });
  await mapping.close();
  await backend.stop();
});

describe("a cursor of a list", () => {
  it("is read as it was written", () =>
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.option(fc.string({ unit: "grapheme" }), { nil: undefined }), (skip, token) => {
        const place = token === undefined ? { skip } : { skip, token };
        expect(readCursor(writeCursor(place))).toEqual(place);
      }),
    ));

  it("is a place or refused, whatever it is", () =>
    fc.assert(
      fc.property(fc.string(), (cursor) => {
        try {
          expect(readCursor(cursor)).toEqual({ skip: expect.any(Number) });
        } catch (error) {
          expect((error as { code?: string }).code).toBe("BAD_USER_INPUT");
        }
      }),
    ));
});
