/** What the generation in use says of a shipped operation: its variables, what it costs, and which of its fields are closed to whom. */
import {
  getVariableValues,
  Kind,
  parse,
  print,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from "graphql";
import type { FieldRule } from "../../../platform/disclosure/table/index.js";
import { compileDocument } from "../../document/compile.js";
import { measureCost, type DocumentCost } from "../../document/cost.js";
import { operationOf } from "../../document/fragments.js";
import type { Generation } from "../../generation/generation.js";
import { readShippedOperations, type ShippedOperation } from "./operations.js";

/** A variable. */
export interface VariableFacts {
  readonly name: string;
  /** As the operation declares it. */
  readonly type: string;
  /** GraphQL; undefined where the variable has no default. */
  readonly fallback?: string;
  /** What the argument takes that it is given to. */
  readonly description?: string;
}

/** A closed field that the operation asks for. */
export interface ClosedPlace {
  /** Response keys, `[]` for a list. */
  readonly path: string;
  readonly rule: FieldRule;
}

/** An operation with what is known of it. */
export interface OperationFacts {
  readonly operation: ShippedOperation;
  readonly variables: readonly VariableFacts[];
  /** With the example's variables. */
  readonly cost: DocumentCost;
  readonly closed: readonly ClosedPlace[];
  /** True where it asks for `me`, which is null without a sign-in. */
  readonly asksOfReader: boolean;
}

/** What of the generation the facts are read from. */
export type FactsSource = Pick<Generation, "schema" | "rules" | "costs">;

/** Descriptions of the arguments that variables are given to, by the variables' names; the first counts. */
const descriptionsIn = (document: DocumentNode, schema: GraphQLSchema): ReadonlyMap<string, string> => {
  const info = new TypeInfo(schema);
  const found = new Map<string, string>();
  visit(
    document,
    visitWithTypeInfo(info, {
      Variable({ name }) {
        const description = info.getArgument()?.description;
        if (description != null && !found.has(name.value)) found.set(name.value, description);
      },
    }),
  );
  return found;
};

const variablesOf = (document: DocumentNode, schema: GraphQLSchema): VariableFacts[] => {
  const descriptions = descriptionsIn(document, schema);
  return (operationOf(document)?.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => {
    const description = descriptions.get(variable.name.value);
    return {
      name: variable.name.value,
      type: print(type),
      ...(defaultValue === undefined ? {} : { fallback: print(defaultValue) }),
      ...(description === undefined ? {} : { description }),
    };
  });
};

const pathOf = (path: readonly string[]): string => path.join(".").replaceAll(".@", "[]");

const factsOf = (
  operation: ShippedOperation,
  document: DocumentNode,
  { schema, rules, costs }: FactsSource,
): OperationFacts => {
  const given = JSON.parse(operation.variables ?? "{}") as Record<string, unknown>;
  const asked = operationOf(document)!;
  const definitions = asked.variableDefinitions ?? [];
  const variables = getVariableValues(schema, definitions, given).coerced ?? given;
  const { occurrences } = compileDocument(document, { schema, rules, variables, isDenied: () => false });
  return {
    operation,
    variables: variablesOf(document, schema),
    cost: measureCost(document, given, costs),
    closed: occurrences.map(({ path, rule }) => ({ path: pathOf(path), rule })),
    asksOfReader: asked.selectionSet.selections.some((each) => each.kind === Kind.FIELD && each.name.value === "me"),
  };
};

/** The shipped operations that the generation answers, by their names; what its schema has not is left out. */
export const operationFacts = (
  source: FactsSource,
  operations: readonly ShippedOperation[] = readShippedOperations(),
): ReadonlyMap<string, OperationFacts> =>
  new Map(
    operations.flatMap((operation) => {
      const document = parse(operation.query);
      if (validate(source.schema, document).length > 0) return [];
      return [[operation.name, factsOf(operation, document, source)] as const];
    }),
  );
