/** Describes an app's operations as an HTTP API (OpenAPI 3.1.1), made of its documents and the graph's schema. */
import { createHash } from "node:crypto";
import { isInputObjectType, getNullableType, isListType, type GraphQLSchema } from "graphql";
import { answerSchema } from "../json-schema/answer-schemas.js";
import { isRequired, presentInput, variablesSchema, variableSchema } from "../json-schema/input-schemas.js";
import { NamedSchemas, type JsonSchema } from "../json-schema/json-schema.js";
import { summaryOf } from "../operation-text.js";
import type { DoorOperation, DoorOperations, DoorVariable } from "../operations.js";
import { ERROR_RESPONSES, SHARED_SCHEMAS } from "./openapi-parts.js";

/** What is described. */
export interface DescribedApp {
  readonly app: string;
  readonly operations: DoorOperations;
  readonly schema: GraphQLSchema;
  readonly issuerUrl: string;
}

/** The description; its version names what it holds. */
export const openApiOf = ({ app, operations, schema, issuerUrl }: DescribedApp): JsonSchema => {
  const named = new NamedSchemas("#/components/schemas/");
  const all = [...operations.values()];
  const paths = Object.fromEntries(all.map((operation) => [`/${operation.name}`, pathOf(operation, schema, named)]));
  return {
    openapi: "3.1.1",
    info: {
      title: app,
      version: versionOf(all),
      description:
        "Operations that this app published, each as an address. What a reader may not see is null and listed in extensions.withheld.",
    },
    servers: [{ url: `/rest/${app}` }],
    security: [{}, { signIn: [] }],
    paths,
    components: {
      schemas: { ...named.all(), ...SHARED_SCHEMAS },
      responses: ERROR_RESPONSES,
      securitySchemes: {
        signIn: { type: "openIdConnect", openIdConnectUrl: `${issuerUrl}/.well-known/openid-configuration` },
      },
    },
  };
};

const versionOf = (operations: readonly DoorOperation[]): string =>
  createHash("sha256")
    .update(operations.map(({ name, id }) => `${name} ${id}`).join("\n"))
    .digest("hex")
    .slice(0, 12);

const pathOf = (operation: DoorOperation, schema: GraphQLSchema, named: NamedSchemas): JsonSchema => {
  const { name, isQuery, variables } = operation;
  const said = { ...summaryOf(operation, schema), responses: responsesOf(operation, schema, named) };
  const body = { "application/json": { schema: variablesSchema(variables, named) } };
  const post = { ...said, requestBody: { required: variables.some(isRequired), content: body } };
  if (!isQuery) return { post: { operationId: name, ...post, parameters: [IDEMPOTENCY_KEY] } };
  return {
    get: { operationId: name, ...said, parameters: variables.map((variable) => parameterOf(variable, named)) },
    post: { operationId: `${name}ByPost`, ...post },
  };
};

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "The same key with the same variables has its effect once.",
  schema: { type: "string" },
} as const;

/** An object travels as its JSON, a list as a parameter that comes again. */
const parameterOf = (variable: DoorVariable, named: NamedSchemas): JsonSchema => {
  const { name, type, description } = variable;
  const schema = variableSchema({ ...variable, description: undefined }, presentInput(type, named));
  const of = getNullableType(type);
  const isJson = isInputObjectType(isListType(of) ? getNullableType(of.ofType) : of);
  return {
    ...{ name, in: "query", required: isRequired(variable) },
    ...(description ? { description } : {}),
    ...(isJson ? { content: { "application/json": { schema } } } : { schema }),
  };
};

const responsesOf = (operation: DoorOperation, schema: GraphQLSchema, named: NamedSchemas): JsonSchema => ({
  "200": {
    description: "The answer; what is missing of it is told in errors and extensions.",
    content: {
      "application/json": {
        schema: {
          type: "object",
          properties: {
            data: answerSchema(operation, schema, named),
            errors: { type: "array", items: { $ref: "#/components/schemas/GraphError" } },
            extensions: { $ref: "#/components/schemas/GraphExtensions" },
          },
          required: ["data"],
        },
      },
    },
  },
  ...Object.fromEntries(
    Object.keys(ERROR_RESPONSES).map((status) => [status.slice(1), { $ref: `#/components/responses/${status}` }]),
  ),
});
