/** Limits on a document before it is validated or planned: one small text must not stop the process (threats A02, A03, A04, A07, A08, A09). */
import { Kind, parse, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from "graphql";
import { ServiceError, type ReasonName } from "../../platform/errors/index.js";
import { fragmentsOf, type Fragments } from "./fragments.js";

/** What docs/limits.md tells clients. */
export const DOCUMENT_LIMITS = {
  /** Size of the text in UTF-8: what is remembered of a document is bounded by it. */
  bytes: 16 * 1024,
  tokens: { anonymous: 1_000, signedIn: 2_000 },
  depth: 10,
  aliases: 15,
  rootFields: 5,
  directives: 20,
  fragments: 20,
  expandedSelections: { anonymous: 250, signedIn: 500 },
  /** A standard introspection is about 15 deep and 250 wide; nothing needs more. */
  introspection: { depth: 20, expandedSelections: 500 },
} as const;

const exceeded = (reason: ReasonName, message: string): ServiceError =>
  new ServiceError("LIMIT_EXCEEDED", message, { reason });

interface Measured {
  aliases: number;
  directives: number;
}

/** A standard introspection query is deep by nature; it is recognised by asking for nothing but the schema, once. */
const isIntrospection = (operation: OperationDefinitionNode): boolean =>
  operation.selectionSet.selections.length === 1 &&
  operation.selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && selection.name.value === "__schema" && !selection.alias,
  );

/** Parses and measures. Throws LIMIT_EXCEEDED naming the limit, or graphql's syntax error; returns the document. */
export const checkDocument = (
  source: string,
  viewer: "anonymous" | "signedIn",
  options: { introspection: boolean },
): DocumentNode => {
  if (Buffer.byteLength(source) > DOCUMENT_LIMITS.bytes)
    throw exceeded("DOCUMENT", `The document is larger than ${DOCUMENT_LIMITS.bytes / 1024} KiB.`);
  let document: DocumentNode;
  try {
    document = parse(source, { maxTokens: DOCUMENT_LIMITS.tokens[viewer] });
  } catch (error) {
    if (/more that \d+ tokens|more than \d+ tokens/.test((error as Error).message))
      throw exceeded("TOKENS", "The document has too many tokens.");
    throw error;
  }
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = fragmentsOf(document);
  if (operations.length > 1) throw exceeded("OPERATIONS", "A document holds one operation.");
  if (fragments.size > DOCUMENT_LIMITS.fragments) throw exceeded("FRAGMENTS", "The document has too many fragments.");
  const [operation] = operations;
  if (!operation) return document;
  const measured: Measured = { aliases: 0, directives: 0 };
  countWritten(document, measured);
  if (measured.directives > DOCUMENT_LIMITS.directives)
    throw exceeded("DIRECTIVES", "The document has too many directives.");
  if (measured.aliases > DOCUMENT_LIMITS.aliases) throw exceeded("ALIASES", "The document has too many aliases.");
  const limits =
    options.introspection && isIntrospection(operation)
      ? DOCUMENT_LIMITS.introspection
      : { depth: DOCUMENT_LIMITS.depth, expandedSelections: DOCUMENT_LIMITS.expandedSelections[viewer] };
  measureExpanded(operation, fragments, limits);
  return document;
};

const countWritten = (document: DocumentNode, measured: Measured): void => {
  const walk = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      measured.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD && selection.alias) measured.aliases += 1;
      if (selection.kind !== Kind.FRAGMENT_SPREAD) walk(selection.selectionSet);
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    measured.directives += definition.directives?.length ?? 0;
    for (const variable of definition.variableDefinitions ?? [])
      measured.directives += variable.directives?.length ?? 0;
    walk(definition.selectionSet);
  }
};

/** Counts selections and depth as if every fragment were written out; stops at the limit, so a bomb costs nothing. */
const measureExpanded = (
  operation: OperationDefinitionNode,
  fragments: Fragments,
  limits: { readonly depth: number; readonly expandedSelections: number },
): void => {
  let selections = 0;
  let rootFields = 0;
  const walk = (set: SelectionSetNode, depth: number, path: ReadonlySet<string>): void => {
    for (const selection of set.selections) {
      selections += 1;
      if (selections > limits.expandedSelections)
        throw exceeded("SELECTIONS", "The document selects too much once its fragments are written out.");
      if (selection.kind === Kind.FIELD) {
        if (depth === 1 && ++rootFields > DOCUMENT_LIMITS.rootFields)
          throw exceeded("ROOT_FIELDS", "The document has too many root fields.");
        if (selection.selectionSet) {
          if (depth >= limits.depth) throw exceeded("DEPTH", "The document is too deep.");
          walk(selection.selectionSet, depth + 1, path);
        }
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, depth, path);
      } else {
        const name = selection.name.value;
        const fragment = fragments.get(name);
        // A cycle is left to validation, which names it.
        if (fragment && !path.has(name)) walk(fragment.selectionSet, depth, new Set([...path, name]));
      }
    }
  };
  walk(operation.selectionSet, 1, new Set());
};

/** Refuses variables that are too deep or too wide (threat A10). Throws LIMIT_EXCEEDED. */
export const checkVariables = (variables: unknown): void => {
  const pending: [unknown, number][] = [[variables, 0]];
  for (let nodes = 0; pending.length > 0; nodes++) {
    const [value, depth] = pending.pop()!;
    if (nodes > 2_000 || depth > 10) throw exceeded("VARIABLES", "The variables are too deep or too many.");
    if (value !== null && typeof value === "object")
      for (const child of Object.values(value)) pending.push([child, depth + 1]);
  }
};
