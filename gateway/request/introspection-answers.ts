/** Answers to questions about the schema itself: the same for all viewers of a generation, so they are worked out once and kept as they are sent. */
import {
  getIntrospectionQuery,
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type SelectionSetNode,
} from "graphql";
import { encodeText } from "../../platform/http/index.js";
import type { GatewayContext } from "../context.js";
import { CACHE_BYTES } from "../document/caches.js";
import { fragmentsOf, operationOf, type Fragments } from "../document/fragments.js";
import { introspect } from "../document/introspection.js";
import type { Generation } from "../generation/generation.js";
import { createLru } from "../lru.js";
import { hashOf, type KnownDocument, type KnownDocuments } from "./known-documents.js";
import type { GraphQLParameters } from "./parameters.js";
import type { ServerAnswer } from "./server-answer.js";

/** A request for a known document. */
export interface AskedOfSchema {
  readonly known: Pick<KnownDocument, "document" | "queryHash" | "generation">;
  readonly variables: GraphQLParameters["variables"];
  readonly context: Pick<GatewayContext, "access" | "showsCost" | "showsPlan">;
}

/** Kept answers. */
export interface IntrospectionAnswers {
  /** What was answered before; undefined where nothing was, and where the request asks for anything else than the schema. */
  find(asked: AskedOfSchema): ServerAnswer | undefined;
  /** Keeps an answer that is nothing but data about the schema; returns the answer as it is sent. */
  keep(asked: AskedOfSchema, answer: ServerAnswer): ServerAnswer;
  /** Makes the answer of the question that most tools ask, so that no request waits for it; what older generations were asked is forgotten. */
  prepare(generation: Generation, documents: KnownDocuments): void;
  /** Bytes of what is kept. */
  bytes(): number;
}

/** What the reference implementation asks, and tools that are made with it. */
export const USUAL_QUESTION = getIntrospectionQuery();

/** Creates them, empty. */
export const createIntrospectionAnswers = (mostBytes: number = CACHE_BYTES.introspection): IntrospectionAnswers => {
  const kept = createLru<Buffer>(mostBytes, ({ length }) => length);
  const keyOf = ({ known, variables = {} }: AskedOfSchema): string =>
    JSON.stringify([known.generation.number, known.queryHash, variables]);
  return {
    find(asked) {
      const encoded = asksSchemaAlone(asked) ? kept.find(keyOf(asked)) : undefined;
      return encoded && asSent(encoded);
    },
    keep(asked, answer) {
      const { data, errors, extensions } = answer.body;
      if (!data || errors || extensions || !asksSchemaAlone(asked)) return answer;
      const encoded = encodeText(JSON.stringify({ data }));
      kept.set(keyOf(asked), encoded);
      return asSent(encoded);
    },
    prepare(generation, documents) {
      kept.clear();
      const document = parse(USUAL_QUESTION);
      const known = { document, queryHash: hashOf(document), generation };
      // It is valid in every schema.
      documents.keep(USUAL_QUESTION, known);
      const { data } = introspect(document, generation.schema, {});
      kept.set(keyOf({ known, variables: {}, context: PLAINLY }), encodeText(JSON.stringify({ data })));
    },
    bytes: () => kept.bytes(),
  };
};

const PLAINLY: AskedOfSchema["context"] = { access: "enforce", showsCost: false };

const asSent = (encoded: Buffer): ServerAnswer => ({
  body: { data: {} },
  encoded,
  status: undefined,
  headers: new Map(),
});

/** True where the schema is all that is asked for, and its answer all that is told. */
const asksSchemaAlone = ({ known: { document }, context }: AskedOfSchema): boolean =>
  context.access !== "preview" && !context.showsCost && !context.showsPlan && isOfSchema(document);

const read = new WeakMap<DocumentNode, boolean>();

/** True for a query of the schema itself and nothing else. */
export const isOfSchema = (document: DocumentNode): boolean => {
  const before = read.get(document);
  if (before !== undefined) return before;
  const operation = operationOf(document);
  const made =
    operation?.operation === OperationTypeNode.QUERY && holdsMeta(operation.selectionSet, fragmentsOf(document));
  read.set(document, made);
  return made;
};

/** True where every field at the root is one of introspection. */
const holdsMeta = ({ selections }: SelectionSetNode, fragments: Fragments): boolean =>
  selections.every((selection) =>
    selection.kind === Kind.FIELD
      ? selection.name.value.startsWith("__")
      : holdsMeta(
          (selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)!).selectionSet,
          fragments,
        ),
  );
