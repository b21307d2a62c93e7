/** JSON Schema of what every answer may have beside its data: errors, and what it lacks. */
import { ERROR_CODES } from "../../../platform/errors/index.js";
import type { JsonSchema } from "./json-schema.js";

const PATH = { type: "array", items: { type: ["string", "integer"] } } as const;

/** An error (docs/errors.md). */
export const ERROR_SCHEMA: JsonSchema = {
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
};

/** An entry of `withheld` or `masked` (docs/disclosure.md). */
export const NOTICE_SCHEMA: JsonSchema = {
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
};
