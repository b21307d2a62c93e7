/** Null means absent wherever an argument is optional: what goes on to planning holds neither null literals nor null variables. */
import { getVariableValues, Kind, visit, type DocumentNode, type GraphQLSchema } from "graphql";
import { badInput } from "../../platform/errors/index.js";
import { DOCUMENT_LIMITS } from "./document-limits.js";
import { operationOf } from "./fragments.js";

/** A request as it goes on. */
export interface CheckedRequest {
  readonly document: DocumentNode;
  /** As the client gave them, without those that are null. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** After coercion, defaults filled in. */
  readonly coerced: Readonly<Record<string, unknown>>;
  /** Names a document that differs from the one of the same text, for caches; else empty. */
  readonly variant: string;
}

const cleaned = new WeakMap<DocumentNode, DocumentNode>();

const NOTHING = {
  leave: (node: { readonly value: { readonly kind: Kind } }) => (node.value.kind === Kind.NULL ? null : undefined),
};

/** The document without null literals; documents are kept and come again. */
const withoutNullLiterals = (document: DocumentNode): DocumentNode => {
  const known = cleaned.get(document);
  if (known) return known;
  const made = visit(document, {
    Argument: NOTHING,
    ObjectField: NOTHING,
    VariableDefinition: {
      leave: (node) => (node.defaultValue?.kind === Kind.NULL ? { ...node, defaultValue: undefined } : undefined),
    },
  });
  cleaned.set(document, made);
  return made;
};

/** A variable that is null by name is not what its default says: the argument is absent. */
const withoutDefaults = (document: DocumentNode, names: ReadonlySet<string>): DocumentNode =>
  visit(document, {
    VariableDefinition: {
      leave: (node) => (names.has(node.variable.name.value) ? { ...node, defaultValue: undefined } : undefined),
    },
  });

/** Fields of objects that are null are absent, at every depth; items of lists stay. */
const withoutNullFields = <Value>(value: Value): Value => {
  if (Array.isArray(value)) return value.map(withoutNullFields) as Value;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]) =>
      field === null ? [] : [[name, withoutNullFields<unknown>(field)]],
    ),
  ) as Value;
};

/** Coerces variables and takes out nulls. Throws BAD_USER_INPUT for a variable of another type and a kind of operation that the schema has not. */
export const withoutNulls = (
  schema: GraphQLSchema,
  {
    document: sent,
    variables: given,
  }: { readonly document: DocumentNode; readonly variables: Readonly<Record<string, unknown>> },
): CheckedRequest => {
  const operation = operationOf(sent);
  const definitions = operation?.variableDefinitions ?? [];
  if (operation && !schema.getRootType(operation.operation))
    throw badInput(operation.operation, "OPERATION_TYPE", `This graph has no ${operation.operation}s.`);
  const { errors, coerced } = getVariableValues(schema, definitions, given, { maxErrors: DOCUMENT_LIMITS.faults });
  if (errors) throw refusedVariable(errors[0]!.message);
  const nulls = definitions.filter(({ variable }) => given[variable.name.value] === null);
  const defaulted = new Set(nulls.flatMap(({ variable, defaultValue }) => (defaultValue ? [variable.name.value] : [])));
  const document = withoutNullLiterals(sent);
  return {
    document: defaulted.size === 0 ? document : withoutDefaults(document, defaulted),
    variables: withoutNullFields(given),
    coerced: coerced!,
    variant: [...defaulted].sort().join(),
  };
};

/** graphql-js prints what was sent: only the variable is told. */
const refusedVariable = (message: string): Error => {
  const name = `$${/\$(\w+)/.exec(message)?.[1] ?? ""}`;
  return badInput(name, "VARIABLE", `Variable "${name}" got an invalid value.`);
};
