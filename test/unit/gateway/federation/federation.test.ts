/** Features of Federation that our own graph does not use: both engines answer as one schema with all the data. */
import "reflect-metadata";
import { engineLoader, ENGINE_NAMES, type EngineName } from "../../../../gateway/engine/engines.js";
import { askWhole, FEDERATION_2, startGraph, type FederatedGraph } from "../../../support/federated-graph.js";
import { FIXTURES } from "./fixtures/index.js";

describe.each(FIXTURES.map((fixture) => [fixture.feature, fixture] as const))("%s", (_feature, fixture) => {
  const graphs = new Map<EngineName, FederatedGraph>();
  beforeAll(async () => {
    for (const name of ENGINE_NAMES)
      graphs.set(name, await startGraph(fixture.services, { loadEngine: (await engineLoader(name))() }));
  });
  afterAll(async () => {
    for (const graph of graphs.values()) await graph.stop();
  });

  const cases = fixture.queries.map((asked) => (typeof asked === "string" ? { query: asked } : asked));
  it.each(cases.map((asked) => [asked.query, asked] as const))("%s", async (query, asked) => {
    const { variables = {}, answer, apolloDiffers } = asked;
    const { schema } = graphs.get("compiled")!;
    const expected = answer ?? (await askWhole(schema, { query, variables, root: fixture.root() }));
    expect(expected).not.toHaveProperty("errors");
    for (const [name, { ask }] of graphs) {
      fixture.root();
      const given = JSON.stringify(await ask(query, variables));
      if (name === "apollo" && apolloDiffers !== undefined) expect(given).not.toBe(JSON.stringify(expected));
      else expect([name, given]).toEqual([name, JSON.stringify(expected)]);
    }
  });
});

describe("@context and @fromContext", () => {
  /** A service that wants an argument of an object above. */
  const FROM_CONTEXT = {
    desks: {
      sdl: `${FEDERATION_2} type Query { office: Office } type Office @key(fields: "id") @context(name: "office") { id: ID! region: String desk: Desk }
        type Desk @key(fields: "id") { id: ID! phone(prefix: String @fromContext(field: "$office { region }")): String }`,
      resolvers: { Query: { office: () => ({ id: "1", region: "n", desk: { id: "1" } }) } },
    },
    other: { sdl: `${FEDERATION_2} type Desk @key(fields: "id") { id: ID! size: Int }`, resolvers: {} },
  };

  it.each(ENGINE_NAMES)("are refused by the %s engine when it takes the graph, by name", async (name) => {
    const loadEngine = (await engineLoader(name))();
    await expect(startGraph(FROM_CONTEXT, { loadEngine })).rejects.toThrow(
      "The supergraph links https://specs.apollo.dev/context/: arguments by @fromContext are not supported.",
    );
  });
});
