/** The schema of one contract: what of the public schema its audience is shown, or what of it does not fit. Pure. */
import {
  buildASTSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  printSchema,
  validateSchema,
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  type TypeDefinitionNode,
  type ValueNode,
} from "graphql";
import { Choice, isTypeDefinition, type Choosing, type Misfit } from "./choose.js";
import { settled, type Types } from "./settle.js";

/** What a contract shows, and what does not fit; where something does not, the schema may be none. */
export interface Filtered {
  /** SDL in the order of the public schema; nothing where no root is left. */
  readonly schema: string;
  readonly misfits: readonly Misfit[];
}

/** Filters a public schema, of which nothing is inaccessible. */
export const filterSchema = (publicSchema: DocumentNode, choosing: Choosing): Filtered => {
  const choice = new Choice(choosing);
  const all = publicSchema.definitions.filter(isTypeDefinition);
  const chosen = new Map(
    all.flatMap((node) => {
      const kept = choice.of(node);
      return kept ? [[node.name.value, kept] as const] : [];
    }),
  );
  const misfits = [...choice.misfits];
  const types = settled(new Map(all.map((node) => [node.name.value, node])), chosen, misfits);
  misfits.push(...lostThatAsksIn(all, types, choice), ...brokenInterfaces(types));
  if (!types.has("Query")) return { schema: "", misfits };
  const kept = publicSchema.definitions.filter((node) => node.kind === Kind.DIRECTIVE_DEFINITION);
  const schema = buildASTSchema(
    { kind: Kind.DOCUMENT, definitions: [...kept, ...types.values()] },
    { assumeValidSDL: true },
  );
  const known = misfits.length > 0 ? [] : validateSchema(schema).map(({ message }) => ({ text: message }));
  return {
    schema: `${printSchema(schema).trimEnd()}\n`,
    misfits: [...misfits, ...known, ...(misfits.length + known.length > 0 ? [] : badDefaults(schema))],
  };
};

/** Fields that say that they are of the contract, and are not. */
const lostThatAsksIn = (all: readonly TypeDefinitionNode[], types: Types, choice: Choice): Misfit[] =>
  all.flatMap((node) => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
    const type = node.name.value;
    const interfaces = (node.interfaces ?? []).map(({ name }) => name.value);
    const left = types.get(type);
    const names = new Set(left && "fields" in left ? (left.fields ?? []).map(({ name }) => name.value) : []);
    return (node.fields ?? [])
      .filter(({ name }) => choice.asksIn(type, name.value) && !names.has(name.value))
      .map(({ name }) => ({
        coordinate: `${type}.${name.value}`,
        text: choice.isBarred(type, interfaces, name.value)
          ? "is tagged into it and closed, and nothing closed is in it: take the tag away, or the closure where a review found the field public."
          : "is tagged into it, and nothing is there that leads to it or that it gives: tag that too, or take this tag away.",
      }));
  });

/** Fields that an interface promises and a type behind it has not. */
const brokenInterfaces = (types: Types): Misfit[] =>
  [...types.values()].flatMap((node) =>
    !("interfaces" in node)
      ? []
      : (node.interfaces ?? []).flatMap(({ name }) => {
          const promised = types.get(name.value);
          const own = new Set((node.fields ?? []).map((field) => field.name.value));
          return (promised && "fields" in promised ? (promised.fields ?? []) : [])
            .filter((field) => !own.has(field.name.value))
            .map((field) => ({
              coordinate: `${node.name.value}.${field.name.value}`,
              text: `is left out of it and ${name.value}.${field.name.value} is not: tag both alike.`,
            }));
        }),
  );

/** True where every field that the literal names is one of its type. */
const namesKnown = (value: ValueNode, type: GraphQLInputType): boolean => {
  if (isNonNullType(type)) return namesKnown(value, type.ofType as GraphQLInputType);
  if (isListType(type))
    return (value.kind === Kind.LIST ? value.values : [value]).every((one) => namesKnown(one, type.ofType));
  if (value.kind !== Kind.OBJECT || !isInputObjectType(type)) return true;
  const fields = type.getFields();
  return value.fields.every(({ name, value: given }) => {
    const field = fields[name.value];
    return field !== undefined && namesKnown(given, field.type);
  });
};

/** Defaults that name what is left out would show it. */
const badDefaults = (schema: GraphQLSchema): Misfit[] => {
  const bad = (coordinate: string, { astNode, type }: GraphQLArgument | GraphQLInputField): Misfit[] =>
    astNode?.defaultValue === undefined || namesKnown(astNode.defaultValue, type)
      ? []
      : [
          {
            coordinate,
            text: `has a default that names what of ${getNamedType(type).name} is left out: tag both alike.`,
          },
        ];
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isIntrospectionType(type)) return [];
    if (isInputObjectType(type))
      return Object.values(type.getFields()).flatMap((field) => bad(`${type.name}.${field.name}`, field));
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.flatMap((argument) => bad(`${type.name}.${field.name}(${argument.name}:)`, argument)),
    );
  });
};
