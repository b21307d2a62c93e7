/**
 * Compiles a document for one class of viewers: what the engine is asked, and how its answer becomes the client's. What the
 * viewers may read in no row is never planned, asked for or executed, and neither is any name that the client chose.
 */
import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionNode } from "graphql";
import type { ObjectShape, Occurrence } from "../answer/answer-shape.js";
import { firstPart } from "../answer/parts.js";
import type { CompileOptions } from "./closed-places.js";
import { Compiler } from "./compiler.js";
import type { EngineNames } from "./engine-names.js";
import { operationOf } from "./fragments.js";
import { introspectionOf } from "./introspection.js";

/** A document as one class of viewers may have it executed. */
export interface CompiledDocument {
  readonly operation: OperationDefinitionNode;
  /** What is planned; undefined where nothing is left to ask. */
  readonly document: DocumentNode | undefined;
  /** Client's names of the variables in it to the engine's. */
  readonly variables: ReadonlyMap<string, string>;
  /** Values of the other variables in it: what the client had written out. */
  readonly constants: Readonly<Record<string, unknown>>;
  /** What graphql-js answers from the schema; undefined where nothing of it is asked. */
  readonly introspection: DocumentNode | undefined;
  /** All of the answer … */
  readonly shape: ObjectShape;
  /** … and what of it comes first, where the client would have something later. */
  readonly first?: ObjectShape;
  /** Every closed field that the client asked for, pruned or not. */
  readonly occurrences: readonly Occurrence[];
  /** Those that were pruned. */
  readonly denied: readonly Occurrence[];
}

/** Compiles the one operation of a validated document. */
export const compileDocument = (document: DocumentNode, options: CompileOptions): CompiledDocument => {
  const operation = operationOf(document)!;
  const compiler = new Compiler(document, operation, options);
  const root = options.schema.getRootType(operation.operation)!;
  const { selections, shape } = compiler.object(operation.selectionSet, root, { path: [], enginePath: [] });
  return {
    operation,
    document: selections.length === 0 ? undefined : engineDocument(operation, compiler.names, selections),
    variables: compiler.names.renamedVariables(),
    constants: compiler.names.constantValues(),
    introspection: introspectionOf(document, operation),
    shape,
    ...(compiler.defers ? { first: firstPart(shape) } : {}),
    occurrences: compiler.closed.occurrences,
    denied: compiler.closed.denied,
  };
};

/** Variables by the engine's names; those that a client did not send stay out. */
export const engineVariables = (
  { variables, constants }: Pick<CompiledDocument, "variables" | "constants">,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const made: Record<string, unknown> = { ...constants };
  for (const [client, name] of variables) if (Object.hasOwn(given, client)) made[name] = given[client];
  return made;
};

/** Fragments are written out in the selections: nothing that was pruned can come back through one. */
const engineDocument = (
  { operation }: OperationDefinitionNode,
  names: EngineNames,
  selections: readonly SelectionNode[],
): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [
    {
      kind: Kind.OPERATION_DEFINITION,
      operation,
      variableDefinitions: names.definitions(),
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    },
  ],
});
