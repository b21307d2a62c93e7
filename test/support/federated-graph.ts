/** Small federated graphs in this process: services on @apollo/subgraph, an engine behind the gateway's own layer, and one schema that has all the data. */
import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { buildSchema, execute, graphql, parse, printSchema, type GraphQLSchema } from "graphql";
import { createDisclosureLayer, type ClientAnswer } from "../../gateway/disclosure/disclosure-layer.js";
import type { AnswerParts, GatewayContext } from "../../gateway/context.js";
import { checkedRequest } from "../../gateway/document/checked-request.js";
import type { LoadEngine } from "../../gateway/engine/query-engine.js";
import { createGenerations } from "../../gateway/generation/generations.js";
import type { Subgraph, SubgraphAnswer } from "../../gateway/upstream/subgraph.js";
import { NO_AGREEMENTS } from "../../platform/disclosure/decision/index.js";
import type { PolicyTable } from "../../platform/disclosure/table/index.js";
import { closedAs } from "./closures.js";
import type { PartRead } from "./parts.js";
import { VIEWERS } from "./viewers.js";

/** Values by name. */
export type Facts = Record<string, unknown>;

/** One service of a graph: its schema, with or without a link to Federation 2, and its resolvers. */
export interface GraphService {
  readonly sdl: string;
  readonly resolvers: object;
}

/** The services of a graph by their names. */
export type GraphServices = Readonly<Record<string, GraphService>>;

/** A request that a service was sent. */
export interface SentRequest {
  readonly service: string;
  readonly query: string;
  readonly variables: Facts;
}

/** A graph, with one engine. */
export interface FederatedGraph {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** Everything that was sent since the start, or since its owner emptied it. */
  readonly sent: SentRequest[];
  /** As the gateway asks: checked, normalised, planned, executed, shaped. */
  ask(query: string, variables?: Facts): Promise<ClientAnswer>;
  /** The same of a client that takes an answer in parts. */
  askInParts(query: string, variables?: Facts): Promise<readonly PartRead[]>;
  stop(): Promise<void>;
}

/** How a graph is made. */
export interface GraphOptions {
  readonly loadEngine: LoadEngine;
  /** What a service says in place of its own answer; throws where it says nothing. */
  readonly instead?: (service: string, answer: SubgraphAnswer) => SubgraphAnswer | Promise<SubgraphAnswer>;
}

/** Link to the version of Federation that every directive of the fixtures is of. */
export const FEDERATION_2 = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires",
  "@provides", "@external", "@shareable", "@override", "@interfaceObject", "@inaccessible", "@context", "@fromContext"])`;

const NO_POLICY = { fields: [], records: {}, subgraphs: {}, bases: {} } as unknown as PolicyTable;

const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** Composes services. Throws what does not fit together. */
export const compose = (services: GraphServices): string => {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(services).map(([name, { sdl }]) => ({ name, url: "", typeDefs: parse(sdl) })),
  );
  if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join("\n"));
  return supergraphSdl;
};

/** Starts the services and one engine over them. Throws where the engine does not take the graph. */
export const startGraph = async (services: GraphServices, options: GraphOptions): Promise<FederatedGraph> => {
  const schemas = new Map(
    Object.entries(services).map(([name, { sdl, resolvers }]) => [
      name,
      buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]),
    ]),
  );
  const askService: AskService = (service, source, variableValues) =>
    graphql({ schema: schemas.get(service)!, source, variableValues });
  return startGraphOf(compose(services), askService, options);
};

/** What a service in this process answers. */
export type AskService = (service: string, query: string, variables: Facts) => Promise<object>;

/** Starts one engine over a supergraph and services that run already. */
export const startGraphOf = async (
  supergraph: string,
  askService: AskService,
  { loadEngine, instead = (_service, answer) => answer }: GraphOptions,
): Promise<FederatedGraph> => {
  const sent: SentRequest[] = [];
  const subgraphOf = (service: string): Subgraph => ({
    async ask({ operation: { query }, variables: text }) {
      const variables = JSON.parse(text) as Facts;
      sent.push({ service, query, variables });
      const answer = await askService(service, query, variables);
      return instead(service, plain(answer) as SubgraphAnswer);
    },
  });
  const generations = await createGenerations(
    { supergraph: supergraph.includes("@closed(") ? closedAs(supergraph, NO_POLICY) : supergraph, policy: NO_POLICY },
    { loadEngine, agreements: NO_AGREEMENTS, waysOf: async () => subgraphOf },
  );
  const layer = createDisclosureLayer();
  const { schema } = generations.current();
  const ask = async (query: string, variables: Facts, context: GatewayContext): Promise<ClientAnswer> => {
    const checked = checkedRequest(schema, { document: parse(query), variables });
    if ("errors" in checked) return plain(checked) as ClientAnswer;
    const { document, variant, coerced } = checked;
    const answer = await layer.execute({
      document,
      queryHash: `${query}${variant}`,
      variables: checked.variables,
      coerced,
      generation: generations.current(),
      context,
    });
    return plain(answer);
  };
  return {
    schema,
    sent,
    ask: (query, variables = {}) => ask(query, variables, CONTEXT),
    async askInParts(query, variables = {}) {
      const parts: AnswerParts = {};
      const read: PartRead[] = [(await ask(query, variables, { ...CONTEXT, parts })) as PartRead];
      if (parts.later) for await (const later of parts.later) read.push(plain(later) as unknown as PartRead);
      return read;
    },
    stop: () => generations.stop(),
  };
};

/** Its deadline is a day off: no answer of a test comes late. */
const CONTEXT = {
  viewer: VIEWERS.anonymous,
  asOf: new Date("2026-09-28T04:00:00Z"),
  requestId: "request-1",
  deadlineAt: Date.now() + 86_400_000,
  language: "en",
  access: "enforce",
  subgraphRequests: 0,
} as unknown as GatewayContext;

const wholes = new WeakMap<GraphQLSchema, GraphQLSchema>();

/** Executes a query with graphql-js over one schema and the values of its root: what a graph of one service would answer. */
export const askWhole = async (
  schema: GraphQLSchema,
  { query, variables, root }: { readonly query: string; readonly variables?: Facts; readonly root: Facts },
): Promise<ClientAnswer> => {
  const whole = wholes.get(schema) ?? buildSchema(printSchema(schema));
  wholes.set(schema, whole);
  const document = parse(query);
  return plain(await execute({ schema: whole, document, rootValue: root, variableValues: variables ?? {} })) as never;
};
