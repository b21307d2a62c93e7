/** The parts that every description has: the model of errors, and what is said of what an answer lacks. */
import { ERROR_CODES } from "../../../platform/errors/index.js";
import type { JsonSchema } from "../json-schema/json-schema.js";
import { ERROR_SCHEMA, NOTICE_SCHEMA } from "../json-schema/shared-schemas.js";

/** Schemas of every description; no type of a graph may have their names. */
export const SHARED_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  GraphError: ERROR_SCHEMA,
  GraphNotice: NOTICE_SCHEMA,
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
