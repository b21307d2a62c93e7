/** What a new schema takes from the clients of the old one, for `npm run schema -- breaking`. */
import { readFileSync } from "node:fs";
import { CriticalityLevel, diff, type Rule } from "@graphql-inspector/core";
import {
  buildSchema,
  isInputObjectType,
  isObjectType,
  isInterfaceType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLSchema,
} from "graphql";

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

/** True where whoever leaves the argument or input field out is refused. `path` is `Type.field.argument`, `Input.field` or `@directive.argument`. */
const isRequiredAt = (schema: GraphQLSchema, path: string): boolean => {
  const [owner = "", name = "", argument] = path.split(".");
  if (owner.startsWith("@")) {
    const found = schema.getDirective(owner.slice(1))?.args.find((arg) => arg.name === name);
    return found !== undefined && isRequiredArgument(found);
  }
  const type = schema.getType(owner);
  if (isInputObjectType(type)) {
    const field = type.getFields()[name];
    return field !== undefined && isRequiredInputField(field);
  }
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  const found = field?.args.find((arg) => arg.name === argument);
  return found !== undefined && isRequiredArgument(found);
};

/** What is required once its default is gone was not before: the library calls that dangerous, and documents that left it out are refused. */
const lostDefaultsBreak: Rule = ({ changes, newSchema }) =>
  changes.map((change) =>
    /_DEFAULT(?:_VALUE)?_CHANGED$/.test(change.type) && newSchema && isRequiredAt(newSchema, change.path ?? "")
      ? { ...change, criticality: { ...change.criticality, level: CriticalityLevel.Breaking } }
      : change,
  );

/** Changes from one SDL to another, the gravest first. Throws where one is no schema. */
export const compareSchemas = async (previous: string, next: string): Promise<SchemaChange[]> => {
  const order = Object.values(LEVELS);
  const changes = await diff(buildSchema(previous), buildSchema(next), [lostDefaultsBreak]);
  return changes
    .map(({ criticality, message, path }) => ({ level: LEVELS[criticality.level], message, path }))
    .sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
};

/** The same for two files. */
export const compareSchemaFiles = (previous: string, next: string): Promise<SchemaChange[]> =>
  compareSchemas(readFileSync(previous, "utf8"), readFileSync(next, "utf8"));
