/** What a request goes by from its first step to its last: supergraph, schema, policy, costs and engine as one value. */
import type { GraphQLSchema } from "graphql";
import type { BundledContract } from "../../platform/bundle/index.js";
import type { PolicyTable } from "../../platform/disclosure/table/index.js";
import type { CostModel } from "../document/cost.js";
import type { QueryEngine } from "../engine/query-engine.js";
import type { PolicyInForce } from "../disclosure/policy-in-force.js";
import type { RuleIndex } from "../disclosure/rule-index.js";
import type { NeededFor } from "../use/needed.js";
import type { OwnersOf } from "./field-owners.js";

/** What `npm run schema` compiles together. */
export interface SchemaEdition {
  readonly supergraph: string;
  readonly policy: PolicyTable;
  /** What clients may ask, as text. @default printed from the supergraph */
  readonly publicSchema?: string;
  /** What of it each audience is shown. @default none */
  readonly contracts?: readonly BundledContract[];
  /** Addresses of its services, where they come with it. @default those of the gateway's configuration */
  readonly addresses?: ReadonlyMap<string, string>;
}

/** What operators and logs tell a generation by. */
export interface GenerationLabel {
  /** Counts from 1 in a process. */
  readonly number: number;
  /** Sixteen hexadecimal digits of the SHA-256 of supergraph, policy table and contracts. */
  readonly hash: string;
  /** Instant since which it is in use, ISO 8601. */
  readonly since: string;
}

/** One generation; none of its parts is ever replaced alone. */
export interface Generation extends GenerationLabel {
  /** What operations are validated against. */
  readonly schema: GraphQLSchema;
  /** The same as text, for /schema.graphql. */
  readonly publicSchema: string;
  readonly policy: PolicyInForce;
  readonly rules: RuleIndex;
  readonly costs: CostModel;
  readonly ownersOf: OwnersOf;
  /** Where its services are asked, by their names. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly neededFor: NeededFor;
  readonly engine: QueryEngine;
  /** By its name, what of the generation each audience is shown; a contract itself has none. */
  readonly contracts: ReadonlyMap<string, ContractGeneration>;
}

/** A generation as a contract shows it: a narrower schema over the same engine and policy. */
export interface ContractGeneration extends Generation {
  readonly description: BundledContract["description"];
}
