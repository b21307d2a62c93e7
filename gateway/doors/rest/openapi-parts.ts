/** The parts that every description has: the model of errors, and what is said of what an answer lacks. */
import { ERROR_CODES } from "../../../platform/errors/index.js";
import type { JsonSchema } from "../json-schema/json-schema.js";

const PATH = { type: "array", items: { type: ["string", "integer"] } } as const;

/** Schemas of every description; no type of a graph may have their names. */
export const SHARED_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  GraphError: {
    type: "object",
    description: "What went wrong, and where.",
    properties: {
      message: { type: "string" },
      path: PATH,
      extensions: {
        type: "object",
        properties: {
          code: {
            type: "string",
            description: `One of ${Object.keys(ERROR_CODES).join(", ")}, GRAPHQL_PARSE_FAILED or GRAPHQL_VALIDATION_FAILED.`,
          },
          reason: { type: "string", description: "Why, more narrowly than the code." },
        },
        required: ["code"],
      },
    },
    required: ["message"],
  },
  GraphNotice: {
    type: "object",
    description: "A place of which this reader is not told, or in part.",
    properties: {
      path: PATH,
      count: { type: ["integer", "null"] },
      rule: { type: "string" },
      reason: { type: "string" },
      basis: { type: "string" },
      explanation: { type: "string" },
      mask: { type: "string" },
      remedy: { type: "object", properties: { kind: { type: "string" }, detail: { type: "string" } } },
    },
    required: ["path", "rule"],
  },
  GraphExtensions: {
    type: "object",
    properties: {
      withheld: { type: "array", items: { $ref: "#/components/schemas/GraphNotice" } },
      masked: { type: "array", items: { $ref: "#/components/schemas/GraphNotice" } },
    },
  },
};

/** Codes by the status that they have. */
const CODES_BY_STATUS = Object.entries(ERROR_CODES)
  .filter(([, { httpStatus }]) => httpStatus >= 400)
  .reduce(
    (codes, [code, { httpStatus }]) => codes.set(httpStatus, [...(codes.get(httpStatus) ?? []), code]),
    new Map<number, readonly string[]>(),
  );

/** Responses in which nothing came, by `s` and their status. */
export const ERROR_RESPONSES: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  [...CODES_BY_STATUS]
    .sort(([one], [other]) => one - other)
    .map(([status, codes]) => [
      `s${status}`,
      {
        description: `Nothing came: ${codes.join(", ")}.`,
        content: {
          "application/json": {
            schema: {
              type: "object",
              properties: {
                data: { type: ["object", "null"] },
                errors: { type: "array", items: { $ref: "#/components/schemas/GraphError" } },
                extensions: { $ref: "#/components/schemas/GraphExtensions" },
              },
              required: ["errors"],
            },
          },
        },
      },
    ]),
);
