/** JSON Schema (2020-12, as OpenAPI 3.1 and the Model Context Protocol take it) of the graph's types, and the place of those that are named. */

/** A schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Schemas that have a name, each made once: a type may hold itself. */
export class NamedSchemas {
  private readonly made = new Map<string, JsonSchema>();

  /** `place` is where they will stand, such as `#/$defs/`. */
  constructor(private readonly place: string) {}

  /** A reference to the schema of the name, which is made where it is not yet. */
  refer(name: string, make: () => JsonSchema): JsonSchema {
    if (!this.made.has(name)) {
      this.made.set(name, {});
      this.made.set(name, make());
    }
    return { $ref: `${this.place}${name}` };
  }

  /** All of them by name, sorted. */
  all(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.made].sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}

/** The same, or null. */
export const orNull = (schema: JsonSchema): JsonSchema => {
  const { type, enum: values, ...rest } = schema;
  return typeof type === "string" && values === undefined
    ? { ...rest, type: [type, "null"] }
    : { anyOf: [schema, { type: "null" }] };
};

/** The same with a sentence; what a reference names keeps its own beside it. */
export const described = (schema: JsonSchema, description: string | null | undefined): JsonSchema =>
  description ? { ...schema, description } : schema;
