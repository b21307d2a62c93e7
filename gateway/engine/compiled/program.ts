/** A plan as it is executed: everything that is the same for every request is worked out once (docs/engine.md). */
import type { SubgraphOperation } from "../../upstream/subgraph.js";
import type { AsksFor } from "../asked-fields.js";
import type { MakeRepresentation } from "./representations.js";
import type { ApplyRewrites } from "./rewrites.js";

/** One plan, compiled. */
export interface Program {
  readonly requests: readonly ProgramRequest[];
  /** About how much memory it takes, in bytes. */
  readonly bytes: number;
}

/** One request to a service: one or more parts of the plan that are asked together. */
export interface ServiceRequest {
  readonly service: string;
  readonly operation: SubgraphOperation;
  /** Engine's variables of the request that are sent. */
  readonly variables: readonly string[];
  readonly parts: readonly Part[];
  /** The same parts, each asked by itself; set where there are several. */
  readonly alone?: readonly ServiceRequest[];
}

/** A request of a program, at its turn. */
export interface ProgramRequest extends ServiceRequest {
  /** How many requests have to end before this one. */
  readonly waitsFor: number;
  /** Which requests wait for this one, by index. */
  readonly before: readonly number[];
}

/** What every part has. */
interface PartOf {
  /** Where its objects stand: response keys, `@` for a list position; empty for the root. */
  readonly place: readonly string[];
  readonly asksFor: AsksFor;
  readonly rewriteAnswer: ApplyRewrites | undefined;
}

/** Fields of the root. */
export interface RootPart extends PartOf {
  readonly kind: "root";
}

/** Fields of entities. */
export interface EntityPart extends PartOf {
  readonly kind: "entities";
  /** Response key of `_entities` … */
  readonly key: string;
  /** … and name of the variable that holds its representations, as JSON text with colon. */
  readonly variable: string;
  readonly represent: MakeRepresentation;
  /** False where a closed field is asked for: what is withheld is counted by object, so each is asked for by itself. */
  readonly shares: boolean;
}

/** A part of a plan. */
export type Part = RootPart | EntityPart;
