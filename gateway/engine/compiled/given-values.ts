/** What may go from one service's answer to another service: values of their field's type, and texts that can be kept (threat E08). */
import { buildASTSchema, isInterfaceType, isObjectType, type GraphQLSchema } from "graphql";
import { parseSupergraph } from "../../../platform/disclosure/table/index.js";
import { isWellFormed } from "../../../platform/domain/index.js";
import { outputOf, type Output } from "../../answer/output.js";

/** Longest text that goes on, in UTF-16 units: keys are short, and what a field requires may be a sentence. */
export const MOST_GIVEN = 8_192;

/** Values by the types of a supergraph, those that no client sees included. */
export interface GivenValues {
  /** False where a field of the type can not hold the value. Null is left to who gets it. */
  isRight(type: string, field: string, value: unknown): boolean;
  /** Whether the supergraph has an object or interface of the name; what a service calls its objects may be anything. */
  isKnown(type: string): boolean;
}

/** Reads the types; expensive, once for each supergraph. */
export const createGivenValues = (supergraph: string): GivenValues => {
  const schema = buildASTSchema(parseSupergraph(supergraph), { assumeValidSDL: true });
  const outputs = new Map<string, ReadonlyMap<string, Output>>();
  const outputsOf = (type: string): ReadonlyMap<string, Output> | undefined => {
    const known = outputs.get(type);
    if (known) return known;
    const made = readOutputs(schema, type);
    if (made) outputs.set(type, made);
    return made;
  };
  const mayHold = (output: Output | undefined, value: unknown): boolean => {
    if (value === null) return true;
    if (output === undefined) return canBeKept(value);
    const { list, leaf, only } = output;
    if (list) return Array.isArray(value) && value.every((element) => mayHold(list, element));
    if (leaf) return leaf(value) !== undefined && canBeKept(value);
    return isRow(value) && holdsRight(typeof value["__typename"] === "string" ? value["__typename"] : only, value);
  };
  const holdsRight = (type: string | undefined, row: Row): boolean => {
    const fields = type === undefined ? undefined : outputsOf(type);
    return Object.entries(row).every(([name, value]) => mayHold(fields?.get(name), value));
  };
  return {
    isRight: (type, field, value) => mayHold(outputsOf(type)?.get(field), value),
    isKnown: (type) => outputsOf(type) !== undefined,
  };
};

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

const readOutputs = (schema: GraphQLSchema, name: string): ReadonlyMap<string, Output> | undefined => {
  const type = schema.getType(name);
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  return new Map(Object.values(type.getFields()).map((field) => [field.name, outputOf(field.type, schema)]));
};

/** Whether texts are such as clients may send, wherever they stand in a value: one that is not fails a whole statement, and with it what others asked. */
const canBeKept = (value: unknown): boolean => {
  if (typeof value === "string") return value.length <= MOST_GIVEN && !value.includes("\u0000") && isWellFormed(value);
  return typeof value !== "object" || value === null || Object.values(value).every(canBeKept);
};
