/** For all documents: what aliases, fragments and conditions a client writes changes names alone, through the planner and two services. */
import "reflect-metadata";
import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import fc from "fast-check";
import {
  buildSchema,
  execute,
  getNamedType,
  graphql,
  isAbstractType,
  isCompositeType,
  parse,
  validate,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from "graphql";
import { createGenerations, type Generations } from "../../../gateway/generation/generations.js";
import { createDisclosureLayer, type ClientAnswer } from "../../../gateway/disclosure/disclosure-layer.js";
import { checkedRequest } from "../../../gateway/document/checked-request.js";
import type { Subgraph } from "../../../gateway/upstream/subgraph.js";
import { loadTestEngine } from "../../support/engine.js";
import { NO_AGREEMENTS } from "../../../platform/disclosure/decision/index.js";
import type { PolicyTable } from "../../../platform/disclosure/table/index.js";
import { VIEWERS } from "../../support/viewers.js";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external"])`;
const BODIES = `type Query { bodies(first: Int = 2): [Body!] body(id: ID!): Body any: [Any] node: Node }
  interface Node { id: ID! name: String }
  union Any = Body | Place
  type Body implements Node @key(fields: "id") @key(fields: "code") { id: ID! code: String! name: String rank(in: String = "a"): String at: Place parent: Body }
  type Place implements Node @key(fields: "id") { id: ID! name: String size: Int }`;
const CREDIT = `type Body @key(fields: "id") { id: ID! name: String @external listed: Boolean gate: String @requires(fields: "name") records(first: Int): [Record!] }
  type Record { no: String kind: Kind of: Body } enum Kind { GOOD BAD }`;
const MARKET = `type Body @key(fields: "code") { code: String! listed: Boolean @external mayBid: String @requires(fields: "listed") }
  type Place @key(fields: "id") { id: ID! bids: Int }`;
const SHOWN = `type Query { bodies(first: Int = 2): [Body!] body(id: ID!): Body any: [Any] node: Node }
  interface Node { id: ID! name: String }
  union Any = Body | Place
  type Body implements Node { id: ID! code: String! name: String rank(in: String = "a"): String at: Place parent: Body
    listed: Boolean gate: String records(first: Int): [Record!] mayBid: String }
  type Place implements Node { id: ID! name: String size: Int bids: Int }
  type Record { no: String kind: Kind of: Body } enum Kind { GOOD BAD }`;

type Facts = Record<string, unknown>;

const placeOf = (id: string): Facts => ({
  __typename: "Place",
  id,
  name: `Place ${id}`,
  size: Number(id.slice(1)),
  bids: 3,
});
const gateOf = (name: unknown): string => `gate of ${String(name)}`;
const bidOf = (code: unknown, listed: unknown): string => `${String(code)} ${listed === false}`;
const creditOf = (id: string): Facts => ({
  listed: id === "b1",
  records: ({ first }: { first?: number }) =>
    [1, 2, 3]
      .slice(0, first ?? 3)
      .map((no) => ({ no: `${id}-${no}`, kind: no === 1 ? "GOOD" : "BAD", of: () => bodyOf(id) })),
});
const bodyOf = (id: string): Facts => {
  const [code, name] = [`code ${id}`, `Body ${id}`];
  return {
    __typename: "Body",
    id,
    code,
    name,
    rank: ({ in: where }: { in: string }) => `${id} in ${where}`,
    at: id === "b2" ? null : placeOf("p7"),
    parent: id === "b3" ? null : () => bodyOf(`b${Number(id.slice(1)) + 1}`),
    gate: gateOf(name),
    mayBid: bidOf(code, id === "b1"),
    ...creditOf(id),
  };
};
const ROOTS = {
  bodies: ({ first }: { first: number }) => ["b1", "b2", "b3"].slice(0, first).map(bodyOf),
  body: ({ id }: { id: string }) => bodyOf(id),
  any: () => [bodyOf("b1"), placeOf("p1"), null],
  node: () => placeOf("p2"),
};
const idOf = (code: unknown): string => String(code).slice(5);

const root = (name: keyof typeof ROOTS) => (_: unknown, given: never) =>
  (ROOTS[name] as (given: never) => unknown)(given);
const reference = (resolve: (facts: Facts) => Facts) => ({ __resolveReference: resolve });
const SERVICES: Readonly<Record<string, { sdl: string; resolvers: object }>> = {
  bodies: {
    sdl: BODIES,
    resolvers: {
      Query: Object.fromEntries((["bodies", "body", "any", "node"] as const).map((name) => [name, root(name)])),
      Body: reference(({ id, code }) => bodyOf(String(id ?? idOf(code)))),
      Place: reference(({ id }) => placeOf(String(id))),
    },
  },
  credit: {
    sdl: CREDIT,
    resolvers: { Body: reference(({ id, name }) => ({ ...creditOf(String(id)), id, gate: gateOf(name) })) },
  },
  market: {
    sdl: MARKET,
    resolvers: {
      Body: reference(({ code, listed }) => ({ code, mayBid: bidOf(code, listed) })),
      Place: reference(({ id }) => ({ id, bids: 3 })),
    },
  },
};

const SCHEMA = buildSchema(SHOWN);
const TABLE = { fields: [], records: {}, subgraphs: {}, bases: {} } as unknown as PolicyTable;

/** Answers that services give in place of their own. */
let instead: Readonly<Record<string, (answer: object) => object>> = {};
const layer = createDisclosureLayer();
let generations: Generations;
let schema: GraphQLSchema;
const queries: string[] = [];
beforeAll(async () => {
  const sources = Object.entries(SERVICES).map(([name, { sdl, resolvers }]) => ({
    name,
    typeDefs: parse(`${LINK} ${sdl}`),
    resolvers,
  }));
  const { supergraphSdl, errors } = composeServices(sources.map(({ name, typeDefs }) => ({ name, url: "", typeDefs })));
  if (errors) throw new AggregateError(errors);
  const schemas = new Map<string, GraphQLSchema>(
    sources.map(({ name, typeDefs, resolvers }) => [
      name,
      buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]),
    ]),
  );
  const subgraphOf = (name: string): Subgraph => ({
    async ask({ operation: { query }, variables }) {
      queries.push(query);
      const answer = await graphql({
        schema: schemas.get(name)!,
        source: query,
        variableValues: JSON.parse(variables) as Record<string, unknown>,
      });
      const sent = JSON.parse(JSON.stringify(answer)) as object;
      return instead[name]?.(sent) ?? sent;
    },
  });
  generations = await createGenerations(
    { supergraph: supergraphSdl!, policy: TABLE },
    { loadEngine: loadTestEngine, agreements: NO_AGREEMENTS, waysOf: async () => subgraphOf },
  );
  ({ schema } = generations.current());
});
afterEach(() => void (instead = {}));
afterAll(() => generations.stop());

const ask = async (query: string, variables: Facts = {}): Promise<ClientAnswer> => {
  // As the gateway calls the layer: checked, with coerced variables.
  const checked = checkedRequest(schema, { document: parse(query), variables });
  if ("errors" in checked) return JSON.parse(JSON.stringify(checked)) as ClientAnswer;
  const answer = await layer.execute({
    document: checked.document,
    queryHash: `${query}${checked.variant}`,
    variables: checked.variables,
    coerced: checked.coerced,
    generation: generations.current(),
    context: {
      viewer: VIEWERS.anonymous,
      asOf: new Date("2026-09-28T04:00:00Z"),
      requestId: "request-1",
      deadlineAt: Date.now() + 600_000,
      language: "en",
      access: "enforce",
      subgraphRequests: 0,
    } as never,
  });
  return JSON.parse(JSON.stringify(answer)) as ClientAnswer;
};

/** Names that could be taken for something: keys, required fields, what planners and prototypes use. */
const NAMES = [
  "id",
  "code",
  "name",
  "listed",
  "__typename",
  "gate",
  "rank",
  "__proto__",
  "constructor",
  "gg_0",
  "gg_1",
  "v0",
  "_entities",
  "disclosure__type",
  "at",
  "x",
];

const VARIABLES = { yes: true, no: false, representations: 1, v1: "z" };

/** Writes a document from a tape of numbers; what is not valid is left out by the caller. */
const write = (tape: readonly number[]): string => {
  let position = 0;
  const next = (below: number): number => (tape[position++ % tape.length] ?? 0) % below;
  const fragments: string[] = [];
  const condition = (): string =>
    [
      "",
      "",
      "",
      "",
      "@include(if: $yes)",
      "@skip(if: $no)",
      "@include(if: $no)",
      "@skip(if: true)",
      "@include(if: $yes) @skip(if: $given)",
    ][next(9)]!;
  const named = (type: GraphQLCompositeType): GraphQLCompositeType => {
    const types = isAbstractType(type)
      ? [type, ...SCHEMA.getPossibleTypes(type)]
      : [type, ...(type.getInterfaces() as unknown as GraphQLCompositeType[])];
    return types[next(types.length)]!;
  };
  const given = (name: string): string =>
    ({
      rank: ["", `(in: "q")`, "(in: $v1)"],
      bodies: ["", "(first: 3)", "(first: $representations)"],
      records: ["", "(first: 1)", "(first: $representations)"],
      body: [`(id: "b1")`],
    })[name]?.at(next(3) % (name === "body" ? 1 : 3)) ?? "";
  const selectionSet = (type: GraphQLCompositeType, depth: number): string =>
    `{ ${Array.from({ length: 1 + next(5) }, (): string => {
      const kind = next(10);
      if (kind === 0) return `${next(2) === 0 ? `${NAMES[next(NAMES.length)]!}: ` : ""}__typename ${condition()}`;
      if (kind === 1 && depth < 5) {
        const on = named(type);
        return `... on ${on.name} ${condition()} ${selectionSet(on, depth + 1)}`;
      }
      if (kind === 2 && depth < 4) {
        const [on, name] = [named(type), `f${fragments.push("") - 1}`];
        fragments[Number(name.slice(1))] = `fragment ${name} on ${on.name} ${selectionSet(on, depth + 1)}`;
        return `...${name} ${condition()}`;
      }
      const fields = "getFields" in type ? Object.values(type.getFields()) : [];
      const field = fields[next(Math.max(1, fields.length))];
      if (!field) return "__typename";
      const alias = next(2) === 0 ? `${NAMES[next(NAMES.length)]!}: ` : "";
      const result = getNamedType(field.type);
      const asked = `${alias}${field.name}${given(field.name)} ${condition()}`;
      return !isCompositeType(result)
        ? asked
        : depth < 4
          ? `${asked} ${selectionSet(result, depth + 1)}`
          : "__typename";
    }).join(" ")} }`;
  const set = selectionSet(SCHEMA.getQueryType()!, 1);
  return `query($yes: Boolean!, $no: Boolean!, $given: Boolean = false, $representations: Int!, $v1: String) ${set} ${fragments.join(" ")}`;
};

describe("an answer", () => {
  it("is what one service with all the data gives, whatever names the client writes", async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1_000), { minLength: 60, maxLength: 200 }), async (tape) => {
        const query = write(tape);
        const errors = validate(SCHEMA, parse(query)).filter(({ message }) => !/is never used/.test(message));
        fc.pre(errors.length === 0);
        compared += 1;
        const expected = await execute({
          schema: SCHEMA,
          document: parse(query),
          rootValue: ROOTS,
          variableValues: VARIABLES,
        });
        const { data, errors: found } = await ask(query, VARIABLES);
        expect([query, found]).toEqual([query, undefined]);
        expect([query, JSON.stringify(data)]).toEqual([query, JSON.stringify(expected.data)]);
      }),
      { numRuns: 150, endOnFailure: true, seed: 20_261_128 },
    );
    expect(compared).toBeGreaterThan(100);
    expect(queries.join(" ")).not.toMatch(/__proto__|\$yes|\$v1: String|_entities:|disclosure__/);
  });
});

describe("every key and required field", () => {
  const HOPS = { Body: ["gate", "mayBid", "records(first: 1) { no }"], Place: ["bids", "size"] } as const;
  const INPUTS = { Body: ["id", "code", "name", "listed"], Place: ["id"] } as const;
  const from = {
    Body: (set: string) => `{ bodies(first: 3) { ${set} } }`,
    Place: (set: string) => `{ bodies(first: 3) { at { ${set} } } }`,
  };

  it.each(["Body", "Place"] as const)(
    "of %s may be the alias of every other field",
    async (type) => {
      const fields = Object.values(
        (SCHEMA.getType(type) as unknown as { getFields(): Record<string, { name: string; type: never }> }).getFields(),
      );
      for (const input of INPUTS[type])
        for (const { name, type: of } of fields)
          for (const hop of HOPS[type]) {
            if (hop.startsWith(name)) continue;
            const asked = isCompositeType(getNamedType(of)) ? `${name} { __typename }` : name;
            const query = from[type](`${input}: ${asked} ${hop}`);
            const expected = await execute({ schema: SCHEMA, document: parse(query), rootValue: ROOTS });
            expect([query, await ask(query)]).toEqual([query, { data: JSON.parse(JSON.stringify(expected.data)) }]);
          }
    },
    120_000,
  );
});

describe("a field that the client calls __proto__", () => {
  it("stands in the answer under that name, be it a list, an object or text", async () => {
    const query = `{ __proto__: bodies(first: 1) { __proto__: at { __proto__: id } name } }`;
    const expected = await execute({ schema: SCHEMA, document: parse(query), rootValue: ROOTS });
    const text = JSON.stringify((await ask(query)).data);
    expect(text).toBe(JSON.stringify(expected.data));
    expect(text.match(/"__proto__":/g)).toHaveLength(3);
  });
});

describe("a value that a schema does not allow", () => {
  const bodies = (change: (body: Facts) => void) => ({
    bodies: (answer: object): object => {
      const { data } = answer as { data: Record<string, Facts[] | null> };
      for (const value of Object.values(data)) if (Array.isArray(value)) value.forEach(change);
      return answer;
    },
  });
  const invalid = (service: string, ...path: (string | number)[]): object => ({
    message: "A service did not answer as its schema says.",
    path,
    extensions: { code: "UPSTREAM_INVALID", service },
  });

  it("is null with an error at its place, and is not passed on", async () => {
    instead = bodies((body) => {
      body["at"] = { __typename: "Place", id: "p1", gg_1: 2 ** 31, name: { secret: 1 } };
      body["name"] = 7;
    });
    expect(await ask(`{ all: bodies(first: 1) { name at { big: size name id } } }`)).toEqual({
      data: { all: [{ name: null, at: { big: null, name: null, id: "p1" } }] },
      errors: [
        invalid("bodies", "all", 0, "name"),
        invalid("bodies", "all", 0, "at", "big"),
        invalid("bodies", "all", 0, "at", "name"),
      ],
    });
  });

  it.each([
    ["another type", { __typename: "Body", id: "p1" }],
    ["a list", [{ __typename: "Place", id: "p1" }]],
    ["text", "p1"],
  ])("is null with an error where an object is %s", async (_name, at) => {
    instead = bodies((body) => void (body["at"] = at));
    expect(await ask(`{ bodies(first: 1) { at { id } } }`)).toEqual({
      data: { bodies: [{ at: null }] },
      errors: [invalid("bodies", "bodies", 0, "at")],
    });
  });

  it("makes null what must not be without it", async () => {
    instead = bodies((body) => void (body["id"] = null));
    expect(await ask(`{ bodies(first: 2) { id } node { id } }`)).toEqual({
      data: { bodies: null, node: { id: "p2" } },
      errors: [invalid("bodies", "bodies", 0, "id"), invalid("bodies", "bodies", 1, "id")],
    });
  });

  it("is found in what an enumeration does not have", async () => {
    instead = {
      credit: (answer) => JSON.parse(JSON.stringify(answer).replaceAll(`"GOOD"`, `"SECRET"`)) as object,
    };
    expect(await ask(`{ body(id: "b1") { records(first: 2) { kind } } }`)).toEqual({
      data: { body: { records: [{ kind: null }, { kind: "BAD" }] } },
      errors: [invalid("credit", "body", "records", 0, "kind")],
    });
  });

  it("is one that did not come, but not one of an object that its service does not know", async () => {
    instead = { credit: () => ({ data: { _entities: [{ __typename: "Body" }, null] } }) };
    expect(await ask(`{ bodies(first: 2) { gate } }`)).toMatchObject({
      data: { bodies: [{ gate: null }, { gate: null }] },
    });
    instead = { credit: () => ({ data: { _entities: [null, null] } }) };
    expect(await ask(`{ bodies(first: 2) { gate } }`)).toEqual({ data: { bodies: [{ gate: null }, { gate: null }] } });
    instead = { credit: () => ({ data: { _entities: [{}, {}] } }) };
    expect((await ask(`{ bodies(first: 2) { gate } }`)).errors).toEqual([
      invalid("credit", "bodies", 0, "gate"),
      invalid("credit", "bodies", 1, "gate"),
    ]);
  });
});

describe("an error of a service", () => {
  const failing = (path: (string | number)[]): Record<string, (answer: object) => object> => ({
    credit: (answer) => ({
      data: (answer as { data: object }).data,
      errors: [{ message: "Not today.", path, extensions: { code: "SERVICE_UNAVAILABLE" } }],
    }),
  });
  const error = (...path: (string | number)[]): object => ({
    message: "Not today.",
    path,
    extensions: { code: "SERVICE_UNAVAILABLE", service: "credit" },
  });

  it("stands at the client's names, at each of them", async () => {
    instead = failing(["_entities", 1, "gg_1"]);
    const { errors } = await ask(`{ all: bodies(first: 2) { a: gate b: gate } }`);
    expect(errors).toEqual([error("all", 1, "a"), error("all", 1, "b")]);
  });

  it("of what only the plan asked stands at the object", async () => {
    instead = failing(["_entities", 0, "listed"]);
    expect((await ask(`{ all: bodies(first: 2) { mayBid } }`)).errors).toEqual([error("all", 0)]);
  });

  it("without data stands at everything that is missing for it", async () => {
    instead = { credit: () => ({ errors: [{ message: "Not today.", extensions: { code: "SERVICE_UNAVAILABLE" } }] }) };
    expect(await ask(`{ all: bodies(first: 2) { name g: gate mayBid } }`)).toEqual({
      data: { all: [1, 2].map((no) => ({ name: `Body b${no}`, g: null, mayBid: null })) },
      errors: [error("all", 0, "g"), error("all", 0, "mayBid"), error("all", 1, "g"), error("all", 1, "mayBid")],
    });
  });
});
