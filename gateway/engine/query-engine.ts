/** The one way in which the gateway plans and executes (decision D3): engines can be exchanged and compared behind it. */
import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { DisclosureReport } from "../../platform/disclosure/enforcement/index.js";
import type { GatewayContext } from "../context.js";
import type { Subgraph } from "../upstream/subgraph.js";

/** What an engine executes: a document in which nothing is left that the viewer may not read, nor any name of the client's. */
export interface EngineRequest {
  /** Validated, normalised and pruned. Plans are kept by what it says, never by what the client sent. */
  readonly document: DocumentNode;
  /** By the names of the document. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Viewers of one class have the same documents pruned in the same way. */
  readonly viewerClass: string;
  readonly context: GatewayContext;
}

/** One request to a service that the plan wanted. */
export interface Fetch {
  readonly service: string;
  /** Engine's keys of the objects that it was about, `@` for a list position; empty for the root. */
  readonly place: readonly string[];
  /** True where it was asked for the field, given by the engine's keys below `place`, without list positions. */
  readonly asksFor: (keys: readonly string[]) => boolean;
  /** Why nothing came back. */
  readonly failure?: GraphQLFormattedError;
  /** True where it knows no object by some key that it was given: its fields are null, as decided. */
  readonly knowsNot?: boolean;
}

/** What a service said of a place. */
export interface ServiceError {
  readonly service: string;
  /** Engine's keys and indexes; undefined where the service named none. */
  readonly path: readonly (string | number)[] | undefined;
  readonly error: GraphQLFormattedError;
  /** Path of the object that is lost as a whole. */
  readonly lost?: readonly (string | number)[];
}

/** What the services gave, merged and not yet an answer: values are unchecked, what did not come is undefined. */
export interface EngineAnswer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly fetches: readonly Fetch[];
  readonly errors: readonly ServiceError[];
  /** What services withheld and masked, at the engine's places; undefined where nothing was. */
  readonly disclosure?: DisclosureReport | undefined;
  /** What the engine itself complains of. */
  readonly complaints: readonly Error[];
}

/** A field of the document, by where its object stands. */
export interface AskedField {
  /** Engine's keys of the object, `@` for a list position. */
  readonly place: readonly string[];
  /** Engine's key of the field. */
  readonly key: string;
}

/** An answer that is still coming. */
export interface ComingAnswer {
  /** Resolves once no service is asked for any of the fields any more, or for anything at all. */
  when(fields?: readonly AskedField[]): Promise<void>;
  /** What came so far. */
  soFar(): EngineAnswer;
}

/** One request of a plan, as operators are shown it. */
export interface PlannedRequest {
  readonly service: string;
  /** Which requests end before it, by their places in the plan. */
  readonly after: readonly number[];
  /** Where its objects stand: engine's keys joined by dots, `@` for a list position; empty where it asks for fields of the root alone. */
  readonly about: readonly string[];
  /** What it asks, without the values of its variables. */
  readonly asks: string;
}

/** Plans and executes operations over the services of one supergraph. */
export interface QueryEngine {
  /** What operations are validated against. */
  readonly schema: GraphQLSchema;
  execute(request: EngineRequest): Promise<EngineAnswer>;
  /** The same, answered while it goes on; an engine that has it not answers as one. */
  begin?(request: EngineRequest): Promise<ComingAnswer>;
  /** How it plans the request; an engine that can not say has it not. */
  explain?(request: EngineRequest): Promise<readonly PlannedRequest[]>;
  /** Documents whose plans it keeps, last used first. */
  documents?(): readonly string[];
  /** Plans documents of another supergraph before they are asked for, no longer than until the instant; those that it can not plan are left out. */
  warm?(documents: readonly string[], until: number): Promise<void>;
  /** Requests under way end as they would. */
  stop(): Promise<void>;
}

/** What an engine goes by of the policy. */
export interface EnginePolicy {
  /** Names of fields that are closed to someone: what is withheld there is counted row by row. */
  readonly closedFields: ReadonlySet<string>;
  /** True where a request to the service asks for nothing but what is the same whoever asks; an engine that does not look says so of none. */
  readonly isSameForAll: (service: string, query: string) => boolean;
}

/** Makes an engine of a supergraph; throws where the supergraph is no good. `subgraphOf` gives the way to a service by its name. */
export type LoadEngine = (
  supergraph: string,
  subgraphOf: (name: string) => Subgraph,
  policy: EnginePolicy,
) => Promise<QueryEngine>;
