/** Operations that a subgraph was asked: each text is parsed and validated once, and kept within a bound of bytes. */
import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from "graphql";
import { LRUCache } from "lru-cache";

/** A document that fits the schema, or why there is none. */
export type Operation =
  | { readonly document: DocumentNode }
  | {
      readonly code: "GRAPHQL_PARSE_FAILED" | "GRAPHQL_VALIDATION_FAILED";
      readonly errors: readonly GraphQLError[];
    };

/** Most memory of the documents of a process, in bytes. */
const MOST_BYTES = 32 * 1024 * 1024;

/** What a parsed document keeps for each character of its text, in bytes: 24 to 60 were measured of ours. */
const BYTES_PER_CHARACTER = 60;

const RULES = [...specifiedRules, NoSchemaIntrospectionCustomRule];

const prepare = (schema: GraphQLSchema, text: string): Operation => {
  let document: DocumentNode;
  try {
    document = parse(text, { noLocation: true });
  } catch (error) {
    return { code: "GRAPHQL_PARSE_FAILED", errors: [error as GraphQLError] };
  }
  const errors = validate(schema, document, RULES);
  return errors.length > 0 ? { code: "GRAPHQL_VALIDATION_FAILED", errors } : { document };
};

/** Creates the store of a subgraph. Only what fits the schema is kept: nobody sends the rest twice. */
export const createOperations = (schema: GraphQLSchema): ((text: string) => Operation) => {
  const known = new LRUCache<string, Operation>({
    maxSize: MOST_BYTES,
    sizeCalculation: (_operation, text) => text.length * BYTES_PER_CHARACTER,
  });
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const operation = prepare(schema, text);
    if ("document" in operation) known.set(text, operation);
    return operation;
  };
};
