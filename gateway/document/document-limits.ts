/** Limits on a document before it is validated or planned: one small text must not stop the process (threats A02, A03, A04, A07, A08, A09). */
import { Kind, parse, type DocumentNode, type OperationDefinitionNode } from "graphql";
import { ServiceError, type ReasonName } from "../../platform/errors/index.js";
import { measureExpanded, measureWritten } from "./document-measure.js";

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
  /** Of documents that an app published: they were looked at before, and nobody writes another in an attack. */
  published: {
    bytes: 64 * 1024,
    tokens: 8_000,
    aliases: 100,
    rootFields: 20,
    directives: 100,
    fragments: 100,
    expandedSelections: 2_000,
  },
  /** A standard introspection is about 15 deep and 250 wide; nothing needs more. */
  introspection: { depth: 20, expandedSelections: 500 },
  variables: { levels: 10, values: 2_000 },
  /** Faults of a document that are looked for: who is told five can mend them and ask again. */
  faults: 5,
} as const;

/** Who writes a document: somebody without a token, somebody with one, or an app that published it. */
export type DocumentKind = "anonymous" | "signedIn" | "published";

const limitsOf = (kind: DocumentKind) =>
  kind === "published"
    ? DOCUMENT_LIMITS.published
    : {
        ...DOCUMENT_LIMITS,
        tokens: DOCUMENT_LIMITS.tokens[kind],
        expandedSelections: DOCUMENT_LIMITS.expandedSelections[kind],
      };

const exceeded = (reason: ReasonName, message: string): ServiceError =>
  new ServiceError("LIMIT_EXCEEDED", message, { reason });

/** A standard introspection query is deep by nature; it is recognised by asking for nothing but the schema, once. */
const isIntrospection = (operation: OperationDefinitionNode): boolean =>
  operation.selectionSet.selections.length === 1 &&
  operation.selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && selection.name.value === "__schema" && !selection.alias,
  );

/** Parses and measures. Throws LIMIT_EXCEEDED naming the limit, or graphql's syntax error; returns the document. */
export const checkDocument = (
  source: string,
  kind: DocumentKind,
  options: { introspection: boolean },
): DocumentNode => {
  const limits = limitsOf(kind);
  if (Buffer.byteLength(source) > limits.bytes)
    throw exceeded("DOCUMENT", `The document is larger than ${limits.bytes / 1024} KiB.`);
  let document: DocumentNode;
  try {
    document = parse(source, { maxTokens: limits.tokens });
  } catch (error) {
    if (/more that \d+ tokens|more than \d+ tokens/.test((error as Error).message))
      throw exceeded("TOKENS", "The document has too many tokens.");
    throw error;
  }
  checkParsed(document, kind, options);
  return document;
};

/** Measures a parsed document. Throws LIMIT_EXCEEDED naming the limit. */
export const checkParsed = (document: DocumentNode, kind: DocumentKind, options: { introspection: boolean }): void => {
  const limits = limitsOf(kind);
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  if (operations.length > 1) throw exceeded("OPERATIONS", "A document holds one operation.");
  if (fragments.length > limits.fragments) throw exceeded("FRAGMENTS", "The document has too many fragments.");
  const { aliases, directives } = measureWritten(document);
  if (directives > limits.directives) throw exceeded("DIRECTIVES", "The document has too many directives.");
  if (aliases > limits.aliases) throw exceeded("ALIASES", "The document has too many aliases.");
  const [operation] = operations;
  const { depth, expandedSelections } =
    operation && options.introspection && isIntrospection(operation)
      ? DOCUMENT_LIMITS.introspection
      : { depth: DOCUMENT_LIMITS.depth, expandedSelections: limits.expandedSelections };
  const measured = measureExpanded(operation, fragments);
  if (measured.fields > limits.rootFields) throw exceeded("ROOT_FIELDS", "The document has too many root fields.");
  if (measured.depth > depth) throw exceeded("DEPTH", "The document is too deep.");
  if (measured.selections > expandedSelections)
    throw exceeded("SELECTIONS", "The document selects too much once its fragments are written out.");
};

/** Refuses variables that are too deep or too wide (threat A10). Throws LIMIT_EXCEEDED. */
export const checkVariables = (variables: unknown): void => {
  const { levels, values } = DOCUMENT_LIMITS.variables;
  const pending: [unknown, number][] = [[variables, 0]];
  for (let nodes = 0; pending.length > 0; nodes++) {
    const [value, depth] = pending.pop()!;
    const children = value !== null && typeof value === "object" ? Object.values(value) : [];
    if (depth > levels || nodes + pending.length + children.length > values)
      throw exceeded("VARIABLES", "The variables are too deep or too many.");
    for (const child of children) pending.push([child, depth + 1]);
  }
};
