/** The mapping file: a backend that answers JSON over REST, as types and queries of a subgraph (docs/partners/connect.md). */
import { z } from "zod";
import { MASKS, REASONS, TIERS } from "../../disclosure/vocabulary/index.js";
import { CONVERSIONS, type ConversionName } from "./conversions.js";
import { pagesSchema } from "./pages.js";
import { backendSchema } from "./backend.js";
import { ARGUMENT_NAME, callSchema, pointer } from "./call.js";

const typeName = z
  .string()
  .regex(/^[A-Z][A-Za-z0-9]{0,99}$/, "is no name of a type: letters and digits, a capital first");
const fieldName = z.string().regex(ARGUMENT_NAME, "is no name of a field: letters and digits, a small letter first");
const valueName = z.string().regex(/^[A-Z][A-Z0-9_]{0,99}$/, "is no value of an enumeration: capitals, digits and _");
const description = z.string().min(1).optional();
/** Directives as SDL has them, such as `@open(reviewed: "2026-11-01", by: "…")`. */
const directives = z.string().startsWith("@", "begins with @").optional();
const conversion = z.enum(Object.keys(CONVERSIONS) as [ConversionName, ...ConversionName[]]);

/** A text alone stands for its one part that is always there. */
const orText = <Shape extends z.ZodRawShape>(part: string, shape: Shape) =>
  z.preprocess((given) => (typeof given === "string" ? { [part]: given } : given), z.strictObject(shape));

const argument = orText("type", { type: z.string(), description });
const argumentsSchema = z.record(fieldName, argument).default({});

/** Who reads a field that is not public, why, and by which article. */
const closed = z.strictObject({
  tier: z.array(z.enum(TIERS)),
  reason: z.enum(REASONS),
  basis: z.string(),
  until: z.string().optional(),
  mask: z.enum(MASKS).optional(),
});

const record = z.strictObject({
  subject: z.string().optional(),
  agency: z.string().optional(),
  division: z.string().optional(),
  audited: z.boolean().optional(),
});

const field = orText("type", {
  type: z.string(),
  description,
  /** Where the value is in the JSON of its object. @default "/" and the field's name */
  from: pointer.optional(),
  convert: z.preprocess((given) => (typeof given === "string" ? [given] : given), z.array(conversion).default([])),
  /** Most items of a list. */
  most: z.number().int().min(1).max(10_000).default(100),
  /** Key of another object, from fields of this one. */
  key: z.record(fieldName, z.string()).optional(),
  /** Another request, with fields of this object in it. */
  call: callSchema.optional(),
  closed: closed.optional(),
  directives,
});

const type = z.strictObject({
  description,
  /** Names of the fields by which an object is known, such as `id`. */
  key: z.string().optional(),
  /** True where another subgraph has the type, and this one only leads to it. */
  elsewhere: z.boolean().default(false),
  /** How an object is found by its key; `many` keys at a time where the backend can. */
  lookup: callSchema.extend({ many: z.number().int().min(2).max(1_000).optional() }).optional(),
  record: record.optional(),
  directives,
  fields: z.record(fieldName, field),
});

const enumeration = z.strictObject({
  description,
  values: z.record(valueName, orText("from", { from: z.union([z.string(), z.number(), z.boolean()]), description })),
});

const query = z
  .strictObject({
    description,
    type: z.string().optional(),
    connection: typeName.optional(),
    arguments: argumentsSchema,
    call: callSchema,
    pages: pagesSchema.optional(),
    most: z.number().int().min(1).max(10_000).default(100),
    closed: closed.optional(),
    directives,
  })
  .refine((given) => (given.type === undefined) !== (given.connection === undefined), "has a type or a connection");

/** The whole file. */
export const mappingSchema = z.strictObject({
  subgraph: z.string(),
  description,
  backend: backendSchema,
  enums: z.record(typeName, enumeration).default({}),
  types: z.record(typeName, type),
  queries: z.record(fieldName, query).default({}),
});

/** A mapping as its file says. */
export type Mapping = Readonly<z.infer<typeof mappingSchema>>;
export type MappedType = Readonly<z.infer<typeof type>>;
export type MappedField = Readonly<z.infer<typeof field>>;
export type MappedQuery = Readonly<z.infer<typeof query>>;
export type MappedArgument = Readonly<z.infer<typeof argument>>;
export type MappedEnum = Readonly<z.infer<typeof enumeration>>;

/** Names of the fields of a key. */
export const keyFieldsOf = ({ key }: Pick<MappedType, "key">): string[] => key?.trim().split(/\s+/) ?? [];
