/** The compiled engine over services in this process: what it sends, how often, and what becomes of what comes back. */
import { buildSubgraphSchema } from "@apollo/subgraph";
import { graphql, parse, type DocumentNode } from "graphql";
import { composeServices } from "@apollo/composition";
import type { GatewayContext } from "../../../gateway/context.js";
import { createCompiledEngineLoader } from "../../../gateway/engine/compiled/compiled-engine.js";
import type { EngineAnswer, QueryEngine } from "../../../gateway/engine/query-engine.js";
import type { Subgraph, SubgraphAnswer } from "../../../gateway/upstream/subgraph.js";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@shareable"])`;

/** A matter has an office; the office's name is the directory's, its rating the ratings'. */
const SDL = {
  matters: `type Query { matters: [Matter!]! other: [Matter!]! }
    type Matter { id: ID! office: Office! }
    type Office @key(fields: "id") { id: ID! }`,
  directory: `type Office @key(fields: "id") { id: ID! name: String secret: String size: Int }`,
  ratings: `type Office @key(fields: "id") { id: ID! size: Int @external rating: String @requires(fields: "size") note: Note }
    type Note @shareable { text: String }`,
};

const matters = (count: number) =>
  Array.from({ length: count }, (_none, index) => ({ id: `m${index}`, office: { id: `o${index % 3}` } }));

type Key = { readonly id: string; readonly size?: number };

const RESOLVERS: Readonly<Record<string, object>> = {
  matters: { Query: { matters: () => matters(100), other: () => matters(4) } },
  directory: {
    Office: {
      __resolveReference: ({ id }: Key) =>
        id === "o2" ? { id, name: "Second" } : { id, name: `Office ${id}`, size: 2 },
      secret: () => null,
    },
  },
  ratings: {
    Office: {
      __resolveReference: (key: Key) => key,
      rating: ({ id, size }: Key) => {
        if (id === "o1") throw new Error("no rating");
        return `${id}:${String(size)}`;
      },
    },
  },
};

interface Sent {
  readonly service: string;
  readonly query: string;
  readonly variables: Record<string, readonly unknown[]>;
}

const sent: Sent[] = [];
/** What a service says instead. */
let instead: Record<string, (answer: SubgraphAnswer) => SubgraphAnswer | Promise<SubgraphAnswer>> = {};
let engine: QueryEngine;

const CONTEXT = { client: "test", deadlineAt: Date.now() + 3_600_000 } as unknown as GatewayContext;

beforeAll(async () => {
  const sources = Object.entries(SDL).map(([name, sdl]) => ({ name, typeDefs: parse(`${LINK} ${sdl}`) }));
  const { supergraphSdl, errors } = composeServices(sources.map((source) => ({ ...source, url: "" })));
  if (errors) throw new AggregateError(errors);
  const schemas = new Map(
    sources.map(({ name, typeDefs }) => [
      name,
      buildSubgraphSchema([{ typeDefs, resolvers: RESOLVERS[name] as never }]),
    ]),
  );
  const subgraphOf = (service: string): Subgraph => ({
    async ask({ operation: { query }, variables: text }) {
      const variables = JSON.parse(text) as Sent["variables"];
      sent.push({ service, query, variables });
      const answer = await graphql({ schema: schemas.get(service)!, source: query, variableValues: variables });
      const plain = JSON.parse(JSON.stringify(answer)) as SubgraphAnswer;
      return (await instead[service]?.(plain)) ?? plain;
    },
  });
  engine = await createCompiledEngineLoader()(supergraphSdl!, subgraphOf, {
    closedFields: new Set(["secret"]),
    isSameForAll: () => false,
  });
});

const ask = async (query: string | DocumentNode): Promise<EngineAnswer> => {
  sent.length = 0;
  const document = typeof query === "string" ? parse(query, { noLocation: true }) : query;
  return engine.execute({ document, variables: {}, viewerClass: "any", context: CONTEXT });
};

afterEach(() => {
  instead = {};
});

const sentTo = (service: string): Sent[] => sent.filter((request) => request.service === service);

/** Objects of the answer, as far as they are read here. */
const officesOf = ({ data }: EngineAnswer, root = "matters"): Record<string, unknown>[] =>
  (data[root] as readonly { readonly office: Record<string, unknown> }[]).map(({ office }) => office);

const NAMES = `{ matters { __typename office { __typename name } } }`;

describe("what services are asked", () => {
  it("a hundred objects of three keys are three representations, and each object gets its own", async () => {
    const answer = await ask(NAMES);
    const [request] = sentTo("directory");
    expect(request!.variables["representations"]).toEqual(
      ["o0", "o1", "o2"].map((id) => ({ __typename: "Office", id })),
    );
    expect(officesOf(answer).map(({ name }) => name)).toEqual(
      Array.from({ length: 100 }, (_none, index) => ["Office o0", "Office o1", "Second"][index % 3]),
    );
  });

  it("each object by itself where a closed field is asked for: what is withheld is counted", async () => {
    await ask(`{ matters { __typename office { __typename secret } } }`);
    expect(sentTo("directory").map(({ variables }) => variables["representations"]!.length)).toEqual([100]);
  });

  it("what one wave wants of one service is one request, with a variable for each place", async () => {
    const answer = await ask(
      `{ matters { __typename office { __typename name } } other { __typename office { __typename name size } } }`,
    );
    expect(sent.map(({ service }) => service)).toEqual(["matters", "directory"]);
    expect(Object.values(sentTo("directory")[0]!.variables).map((list) => list.length)).toEqual([3, 3]);
    expect(officesOf(answer, "other")[0]).toMatchObject({ name: "Office o0", size: 2 });
    expect(officesOf(answer)[0]).not.toHaveProperty("size");
  });

  it("a plan says who is asked what, after which request, about which objects, and none of the values", async () => {
    const document = parse(`{ matters { __typename office { __typename rating } } }`, { noLocation: true });
    const plan = await engine.explain!({ document, variables: {}, viewerClass: "any", context: CONTEXT });
    expect(plan.map(({ service, after, about }) => [service, after, about])).toEqual([
      ["matters", [], []],
      ["directory", [0], ["matters.@.office"]],
      ["ratings", [1], ["matters.@.office"]],
    ]);
    expect(plan[1]!.asks).toMatch(/_entities\(representations: ?\$\w+\)[^]*size/);
    expect(JSON.stringify(plan)).not.toContain("o0");
  });

  it("the same plan is made once", async () => {
    let plans = 0;
    const counted = await createCompiledEngineLoader({ planned: () => void (plans += 1) })(
      (await composedText())!,
      () => ({ ask: async () => ({ data: {} }) }),
      { closedFields: new Set(), isSameForAll: () => false },
    );
    for (let time = 0; time < 3; time++)
      await counted.execute({
        document: parse(NAMES, { noLocation: true }),
        variables: {},
        viewerClass: "any",
        context: CONTEXT,
      });
    expect(plans).toBe(1);
  });
});

const composedText = async (): Promise<string | undefined> =>
  composeServices(Object.entries(SDL).map(([name, sdl]) => ({ name, url: "", typeDefs: parse(`${LINK} ${sdl}`) })))
    .supergraphSdl;

describe("what comes back", () => {
  const RATINGS = `{ matters { __typename office { __typename rating } } }`;

  it("an error about an entity stands at every object that is it", async () => {
    const { errors } = await ask(RATINGS);
    const failing = Array.from({ length: 100 }, (_none, index) => index).filter((index) => index % 3 === 1);
    expect(errors.map(({ service, path }) => [service, path])).toEqual(
      failing.map((index) => ["ratings", ["matters", index, "office", "rating"]]),
    );
  });

  it("a required field that is null is sent as null, and one that did not come is not sent", async () => {
    await ask(RATINGS);
    expect(sentTo("ratings")[0]!.variables["representations"]).toContainEqual({
      __typename: "Office",
      id: "o2",
      size: null,
    });
    instead = { directory: () => ({ data: null, errors: [{ message: "down" }] }) };
    const { fetches } = await ask(RATINGS);
    expect(sentTo("ratings")).toEqual([]);
    expect(fetches.map(({ service, failure }) => [service, failure?.message])).toEqual([
      ["matters", undefined],
      ["directory", "down"],
    ]);
  });

  it("a service that knows no such entity is said to know not", async () => {
    instead = {
      directory: ({ data }) => ({ data: { _entities: [null, ...(data!["_entities"] as object[]).slice(1)] } }),
    };
    const { fetches, errors } = await ask(NAMES);
    expect([fetches.at(-1)!.knowsNot, errors]).toEqual([true, []]);
  });

  it.each<[string, SubgraphAnswer]>([
    ["fewer entities than were asked for", { data: { _entities: [] } }],
    ["no list", { data: { _entities: { 0: {} } as never } }],
    ["nothing", { data: null }],
  ])("an answer with %s is a failure of its service", async (_case, answer) => {
    instead = { directory: () => answer };
    const { fetches, data } = await ask(NAMES);
    expect(fetches.at(-1)).toMatchObject({ service: "directory", failure: expect.any(Error) as Error });
    expect(officesOf({ data } as EngineAnswer)[0]).not.toHaveProperty("name");
  });

  it("a part that fails as a whole takes nothing from what was asked with it", async () => {
    instead = {
      directory: (answer) =>
        /"size"/.test(JSON.stringify(answer.data)) ? { data: null, errors: [{ message: "no size" }] } : answer,
    };
    const answer = await ask(
      `{ matters { __typename office { __typename name } } other { __typename office { __typename size } } }`,
    );
    expect(sentTo("directory").map(({ query }) => query.includes("e1:"))).toEqual([true, false, false]);
    expect(answer.fetches.flatMap(({ failure }) => failure?.message ?? [])).toEqual(["no size"]);
    expect([officesOf(answer)[0]!["name"], officesOf(answer, "other")[0]!["size"]]).toEqual(["Office o0", undefined]);
  });

  it("names that no field has change no object", async () => {
    const hostile = `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"name":"x"}`;
    instead = {
      directory: ({ data }) => ({
        data: { _entities: (data!["_entities"] as object[]).map(() => JSON.parse(hostile) as object) },
      }),
    };
    const [office] = officesOf(await ask(NAMES));
    expect(office!["name"]).toBe("x");
    expect(Object.getPrototypeOf(office)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("a service that never answered keeps nothing from the others", async () => {
    instead = {
      directory: () => {
        throw new Error("gone");
      },
    };
    const { data, fetches } = await ask(
      `{ matters { __typename id office { __typename name note { __typename text } } } }`,
    );
    expect(fetches.filter(({ failure }) => failure).map(({ service }) => service)).toEqual(["directory"]);
    expect((data["matters"] as object[]).length).toBe(100);
  });
});
