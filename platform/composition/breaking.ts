/** What a new schema takes from the clients of the old one, for `npm run schema -- breaking`. */
import { readFileSync } from "node:fs";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";

/** One change of a schema. */
export interface SchemaChange {
  readonly level: "BREAKING" | "DANGEROUS" | "SAFE";
  readonly message: string;
  /** `Type.field` and so on. */
  readonly path?: string;
}

const LEVELS: Readonly<Record<CriticalityLevel, SchemaChange["level"]>> = {
  [CriticalityLevel.Breaking]: "BREAKING",
  [CriticalityLevel.Dangerous]: "DANGEROUS",
  [CriticalityLevel.NonBreaking]: "SAFE",
};

/** Changes from one SDL to another, the gravest first. Throws where one is no schema. */
export const compareSchemas = async (previous: string, next: string): Promise<SchemaChange[]> => {
  const order = Object.values(LEVELS);
  const changes = await diff(buildSchema(previous), buildSchema(next));
  return changes
    .map(({ criticality, message, path }) => ({ level: LEVELS[criticality.level], message, path }))
    .sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
};

/** The same for two files. */
export const compareSchemaFiles = (previous: string, next: string): Promise<SchemaChange[]> =>
  compareSchemas(readFileSync(previous, "utf8"), readFileSync(next, "utf8"));
