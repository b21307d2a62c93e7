/** An app's operations as tools of the Model Context Protocol: what each takes and gives, in JSON Schema. */
import type { Tool } from "@modelcontextprotocol/server";
import type { GraphQLSchema } from "graphql";
import { answerSchema } from "../json-schema/answer-schemas.js";
import { variablesSchema } from "../json-schema/input-schemas.js";
import { NamedSchemas, orNull, type JsonSchema } from "../json-schema/json-schema.js";
import { NOTICE_SCHEMA, ERROR_SCHEMA } from "../json-schema/shared-schemas.js";
import { keptByGraph } from "../kept-by-graph.js";
import { listPrice } from "../list-price.js";
import { summaryOf } from "../operation-text.js";
import { operationsOf, type DoorOperation } from "../operations.js";

/** Tools, and what it costs to be told all of them. */
interface Tools {
  readonly tools: Tool[];
  readonly price: number;
}

/** The tools; the same for the same documents and schema. */
export const toolsOf = keptByGraph((named, schema): Tools => {
  const tools = [...operationsOf(named, schema).values()].map((operation) => toolOf(operation, schema));
  return { tools, price: listPrice(JSON.stringify(tools).length) };
});

/** A query changes nothing; a write is a step in somebody's name that may not be taken back. */
const toolOf = (operation: DoorOperation, schema: GraphQLSchema): Tool => {
  const { summary, description } = summaryOf(operation, schema);
  return {
    name: operation.name,
    title: summary,
    description,
    inputSchema: whole((named) => variablesSchema(operation.variables, named)) as Tool["inputSchema"],
    outputSchema: whole((named) => resultSchema(operation, schema, named)) as NonNullable<Tool["outputSchema"]>,
    annotations: { readOnlyHint: operation.isQuery, destructiveHint: !operation.isQuery, openWorldHint: false },
  };
};

/** A schema that refers to nothing outside. */
const whole = (make: (named: NamedSchemas) => JsonSchema): JsonSchema => {
  const named = new NamedSchemas("#/$defs/");
  const schema = make(named);
  const definitions = named.all();
  return Object.keys(definitions).length > 0 ? { ...schema, $defs: definitions } : schema;
};

const resultSchema = (operation: DoorOperation, schema: GraphQLSchema, named: NamedSchemas): JsonSchema => ({
  type: "object",
  properties: {
    data: orNull(answerSchema(operation, schema, named)),
    withheld: { type: "array", items: NOTICE_SCHEMA, description: "Places of which this reader is not told, and why." },
    masked: { type: "array", items: NOTICE_SCHEMA, description: "Places of which this reader is told in part." },
    errors: { type: "array", items: ERROR_SCHEMA, description: "What went wrong, and where." },
  },
  required: ["data"],
});
