/**
 * Keeps what the services gave while ApolloGateway executes a plan. Its own shaping forgets what did not come, what was
 * invalid and of which object an error was; the gateway's needs all three.
 */
import type { GraphQLDataSource } from "@apollo/gateway";
import type { GraphQLFormattedError } from "graphql";
import { createDisclosureLog, type DisclosureReport } from "../../../platform/disclosure/enforcement/index.js";
import { createGraphQLError } from "../../../platform/errors/index.js";
import type { GatewayContext } from "../../context.js";
import { createSubgraphOperation, type Subgraph, type SubgraphAnswer } from "../../upstream/subgraph.js";
import { createAsksFor } from "../asked-fields.js";
import { withoutPlannersAliases } from "../planners-aliases.js";
import { placesOf, type Path } from "./entity-places.js";
import type { EngineAnswer, Fetch, ServiceError } from "../query-engine.js";

type Data = Record<string, unknown>;
type Source = GraphQLDataSource<Data>;
type Asked = Parameters<Source["process"]>[0];
type Answered = Awaited<ReturnType<Source["process"]>>;

/** Records one execution. */
export interface Recorder {
  answered(service: string, asked: Asked, answer: SubgraphAnswer): Answered;
  failed(service: string, asked: Asked, error: unknown): void;
  /** What came, once all is merged. `errors` are ApolloGateway's. */
  answer(errors: readonly Error[]): EngineAnswer;
}

/** The service as ApolloGateway asks it; its answers are kept by the recorder of the request. */
export const recording = (service: string, subgraph: Subgraph): Source => ({
  async process(asked) {
    const { recorder } = (asked as unknown as { incomingRequestContext: { recorder: Recorder } })
      .incomingRequestContext;
    try {
      const { query = "", variables, operationName } = asked.request;
      const context = asked.context as unknown as GatewayContext;
      const operation = createSubgraphOperation(query, operationName);
      const answer = await subgraph.ask({ operation, variables: JSON.stringify(variables ?? {}), context });
      return recorder.answered(service, asked, answer);
    } catch (error) {
      recorder.failed(service, asked, error);
      throw error;
    }
  },
});

/** What every fetch is known by. */
const fetchOf = (service: string, asked: Asked): Fetch => ({
  service,
  place: placeOf(asked),
  asksFor: createAsksFor(asked.request.query ?? ""),
});

const placeOf = (asked: Asked): string[] =>
  (("pathInIncomingRequest" in asked ? asked.pathInIncomingRequest : undefined) ?? []).map(String);

/** A path of the service's answer in the engine's: an entity stands where it was asked for. */
const pathInAnswer = (path: readonly string[], place: readonly string[]): string[] => {
  const keys = withoutPlannersAliases(path);
  return keys[0] === "_entities" ? [...place, ...keys.slice(2)] : keys;
};

/** True where ApolloGateway has merged the later value into the earlier one; else it took its place. */
const isMergedInto = (earlier: unknown, later: unknown): boolean =>
  Array.isArray(later)
    ? Array.isArray(earlier) && earlier.length === later.length
    : later !== null && typeof later === "object" && Boolean(earlier);

/** Creates the recorder of one execution. */
export const createRecorder = (): Recorder => {
  const roots: Data[] = [];
  const fetches: Fetch[] = [];
  const errors: ServiceError[] = [];
  const thrown = new Set<unknown>();
  const disclosure = createDisclosureLog();
  const note = ({ withheld, masked }: DisclosureReport, place: readonly string[]): void => {
    for (const { path, rule, count } of withheld) disclosure.withhold({ path: pathInAnswer(path, place), rule }, count);
    for (const { path, rule, count, mask } of masked)
      disclosure.mask({ path: pathInAnswer(path, place), rule, mask }, count);
  };

  /** ApolloGateway merges into the objects that came first, so the first are the merged ones. */
  const merged = (): Data => {
    const data: Data = Object.create(null);
    for (const root of roots)
      for (const [key, value] of Object.entries(root))
        if (value !== undefined && !isMergedInto(data[key], value)) data[key] = value;
    return data;
  };

  const invalid = (service: string): GraphQLFormattedError =>
    createGraphQLError("UPSTREAM_INVALID", undefined, { service });

  const ofEntities = (service: string, asked: Asked, given: SubgraphAnswer): Answered => {
    const place = placeOf(asked);
    const representations = asked.request.variables?.["representations"] as readonly Data[];
    const entities: unknown = given.data?.["_entities"];
    if (!Array.isArray(entities) || entities.length !== representations.length) {
      fetches.push({ ...fetchOf(service, asked), failure: given.errors?.[0] ?? invalid(service) });
      return {};
    }
    const failed = new Set<unknown>();
    let places: readonly (Path | undefined)[] | undefined;
    for (const error of given.errors ?? []) {
      const [, index, ...rest] = error.path ?? [];
      places ??= placesOf(merged(), place, representations);
      const entity = typeof index === "number" ? places[index] : undefined;
      const lost = entity && entities[index as number] === null ? { lost: entity } : {};
      failed.add(index);
      errors.push({ service, error, path: entity && [...entity, ...withoutPlannersAliases(rest)], ...lost });
    }
    const knowsNot = entities.some((entity, index) => entity === null && !failed.has(index));
    fetches.push({ ...fetchOf(service, asked), ...(knowsNot ? { knowsNot } : {}) });
    return { data: given.data as Data };
  };

  return {
    answered(service, asked, given) {
      if (given.disclosure) note(given.disclosure, placeOf(asked));
      if (asked.request.variables && "representations" in asked.request.variables)
        return ofEntities(service, asked, given);
      const place = placeOf(asked);
      const [first] = given.errors ?? [];
      for (const error of given.errors ?? [])
        if (error.path || given.data)
          errors.push({ service, error, path: error.path && [...place, ...withoutPlannersAliases(error.path)] });
      if (given.data) roots.push(given.data as Data);
      fetches.push({ ...fetchOf(service, asked), ...(given.data ? {} : { failure: first ?? invalid(service) }) });
      return { data: given.data as Data };
    },
    failed(service, asked, error) {
      thrown.add(error);
      fetches.push({ ...fetchOf(service, asked), failure: error as GraphQLFormattedError });
    },
    answer: (complaints) => ({
      data: merged(),
      fetches,
      errors,
      disclosure: disclosure.report(),
      complaints: complaints.filter((error) => !thrown.has(error)),
    }),
  };
};
