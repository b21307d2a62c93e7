/** Types of a mapping made of the schemas of a description. */
import { looksPersonal } from "../../../../platform/composition/index.js";
import { isJsonObject, pointerTo, type JsonObject } from "../../../../platform/connect/json.js";
import { listAt, objectAt, textAt, type Description, type Part } from "./description.js";
import { fieldNameOf, sentenceOf, typeNameOf, valueNameOf } from "./names.js";
import { CLOSED, PERSONAL_REMARK, type Proposal, type ProposedField } from "./proposal.js";

/** What a schema is, as far as a mapping can say it. */
export type Shape =
  | { readonly kind: "leaf"; readonly type: string }
  | { readonly kind: "object"; readonly name: string }
  | { readonly kind: "list"; readonly of: Shape & { readonly kind: "leaf" | "object" } };

/** Most values of an enumeration; more are texts. */
const MOST_VALUES = 100;

/** Most variants that lead from one to the next. */
const MOST_VARIANTS = 20;

/** Makes types of schemas; each schema once. */
export interface TypeMaker {
  /** The shape of a schema; undefined where a mapping has none for it. `suggested` names a type that the description does not name. */
  shapeOf(schema: unknown, suggested: string): Shape | undefined;
  /** Properties of a schema and of all that it is made of (`allOf`). */
  propertiesOf(schema: unknown): Readonly<Record<string, unknown>>;
}

/** Creates it, for a proposal that it fills. */
export const createTypeMaker = (description: Description, proposal: Proposal): TypeMaker => {
  const named = new Map<JsonObject, string>();

  const resolve = (schema: unknown, steps = 0): Part | undefined => {
    const found = description.resolve(schema);
    if (!found) return undefined;
    const variants = [...listAt(found.part, "/oneOf"), ...listAt(found.part, "/anyOf")].filter(
      (variant) => textAt(variant, "/type") !== "null",
    );
    // One variant and null is how 3.1 writes what may be missing.
    return variants.length === 1 && isJsonObject(variants[0])
      ? steps < MOST_VARIANTS
        ? resolve(variants[0], steps + 1)
        : undefined
      : found;
  };

  const propertiesOf = (schema: unknown, seen: ReadonlySet<JsonObject> = new Set()): Record<string, unknown> => {
    const found = resolve(schema);
    if (!found || seen.has(found.part)) return {};
    const within = new Set([...seen, found.part]);
    return Object.assign(
      {},
      ...listAt(found.part, "/allOf").map((part) => propertiesOf(part, within)),
      objectAt(found.part, "/properties"),
    ) as Record<string, unknown>;
  };

  const freeName = (wanted: string): string => {
    const isTaken = (name: string): boolean =>
      Object.hasOwn(proposal.types, name) || Object.hasOwn(proposal.enums, name);
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? wanted : `${wanted}${count}`;
      if (!isTaken(name)) return name;
    }
  };

  const enumOf = ({ part, name }: Part, suggested: string): string | undefined => {
    const values = listAt(part, "/enum").filter((value) => value !== null);
    const names = values.map((value) => (typeof value === "string" ? valueNameOf(value) : undefined));
    const isWhole = names.length > 0 && names.length <= MOST_VALUES && new Set(names).size === names.length;
    if (!isWhole || names.includes(undefined)) return undefined;
    const known = named.get(part);
    if (known !== undefined) return known;
    const wanted = typeNameOf(name ?? suggested) ?? "Value";
    const made = {
      ...described(part),
      values: Object.fromEntries(values.map((value, index) => [names[index]!, value as string])),
    };
    const text = JSON.stringify(made.values);
    const equal = Object.keys(proposal.enums).find(
      (each) => each.startsWith(wanted) && JSON.stringify(proposal.enums[each]!.values) === text,
    );
    const given = equal ?? freeName(wanted);
    named.set(part, given);
    proposal.enums[given] ??= made;
    return given;
  };

  const objectOf = (found: Part, suggested: string): Shape | undefined => {
    const known = named.get(found.part);
    if (known !== undefined) return { kind: "object", name: known };
    const properties = propertiesOf(found.part);
    const name = freeName(typeNameOf(found.name ?? suggested) ?? "Part");
    if (Object.keys(properties).length === 0) return undefined;
    named.set(found.part, name);
    const fields: Record<string, ProposedField> = {};
    proposal.types[name] = { ...described(found.part), fields };
    for (const [property, schema] of Object.entries(properties)) addField(name, fields, property, schema);
    if (Object.keys(fields).length > 0) return { kind: "object", name };
    delete proposal.types[name];
    return undefined;
  };

  const addField = (
    typeName: string,
    fields: Record<string, ProposedField>,
    property: string,
    schema: unknown,
  ): void => {
    const name = fieldNameOf(property);
    const place = `${typeName}.${property}`;
    if (name === undefined || Object.hasOwn(fields, name))
      return void proposal.leftOut.push(`${place}: its name makes no field of its own.`);
    const shape = shapeOf(schema, `${typeName} ${property}`);
    if (!shape) return void proposal.leftOut.push(`${place}: its schema has no one shape with known fields.`);
    const isPersonal = looksPersonal(name) || looksPersonal(property);
    fields[name] = {
      type: typeTextOf(shape),
      // What a type is stands with the type.
      ...described(isOfObjects(shape) ? { description: textAt(schema, "/description") } : resolve(schema)?.part),
      ...(pointerTo(property) === pointerTo(name) ? {} : { from: pointerTo(property) }),
      ...(isPersonal ? { closed: CLOSED } : {}),
    };
    if (isPersonal)
      proposal.remarks.push({
        path: ["types", typeName, "fields", name],
        text: PERSONAL_REMARK,
      });
  };

  const shapeOf = (schema: unknown, suggested: string): Shape | undefined => {
    const found = resolve(schema);
    if (!found) return undefined;
    const { part } = found;
    const type = typeIn(part);
    if (type === "array") {
      const of = shapeOf(part["items"], suggested);
      return of && of.kind !== "list" ? { kind: "list", of } : undefined;
    }
    if (type === "string") return { kind: "leaf", type: enumOf(found, suggested) ?? textTypeOf(part) };
    const scalar = SCALARS[type];
    if (scalar) return { kind: "leaf", type: scalar(part) };
    return type === "object" ? objectOf(found, suggested) : undefined;
  };

  return { shapeOf, propertiesOf };
};

const described = (part: JsonObject | undefined): { description?: string } => {
  const description = sentenceOf(textAt(part, "/description") ?? textAt(part, "/title"));
  return description === undefined ? {} : { description };
};

/** The one type of a schema beside null. */
const typeIn = (part: JsonObject): string => {
  const types = (Array.isArray(part["type"]) ? (part["type"] as unknown[]) : [part["type"]]).filter(
    (type): type is string => typeof type === "string" && type !== "null",
  );
  if (types.length === 1) return types[0]!;
  return types.length === 0 && ("properties" in part || "allOf" in part) ? "object" : "";
};

const textTypeOf = (part: JsonObject): string =>
  ({ date: "Date", "date-time": "DateTime" })[textAt(part, "/format") ?? ""] ?? "String";

const SCALARS: Readonly<Record<string, (part: JsonObject) => string>> = {
  boolean: () => "Boolean",
  number: () => "Float",
  // Numbers of 64 bits are exact as Float up to 2^53; Int has 32.
  integer: (part) => (textAt(part, "/format") === "int64" ? "Float" : "Int"),
};

const isOfObjects = (shape: Shape): boolean => (shape.kind === "list" ? shape.of : shape).kind === "object";

/** The type as a mapping writes it. */
export const typeTextOf = (shape: Shape): string => {
  if (shape.kind === "list") return `[${typeTextOf(shape.of)}]`;
  return shape.kind === "leaf" ? shape.type : shape.name;
};
