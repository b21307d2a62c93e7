/** Gates on what is another's: a partner joins types by their keys and adds to them, and changes nothing that others declare. */
import { Kind, type DefinitionNode, type FieldDefinitionNode } from "graphql";
import { directivesNamed, isRootType, type NamedDocument } from "../declarations.js";
import { locate, printLocation, problemsAt, type Problem } from "../problem.js";
import { isMarked } from "../schema-index.js";
import {
  keysOf,
  keyWordOf,
  knownTypes,
  partsOf,
  specifiedByOf,
  type KnownType,
  type KnownTypes,
} from "./known-types.js";

/** What is known of others where a partner's file is judged. */
export interface Others {
  readonly types: KnownTypes;
  /** Owning subgraph of each entity. */
  readonly owners: ReadonlyMap<string, string>;
  /** Roots beside Query that this partner may publish. */
  readonly approved: ReadonlySet<string>;
}

/** Directives that change for everybody what they are written on. */
const FOR_EVERYBODY = ["inaccessible", "deprecated", "cost", "listSize", "tag"];

/** Scalars of GraphQL, which nobody defines. */
const BUILT_IN: ReadonlySet<string> = new Set(["String", "Int", "Float", "Boolean", "ID"]);

/** Names that libraries of federation print and composition leaves out. */
const OF_FEDERATION = /^_?FieldSet$|^(federation|link)__/;

/** Every place where the partner's document takes or changes what is not its own. */
export const ownershipProblems = (partner: NamedDocument, given: Others): Problem[] => {
  const own = knownTypes([partner]);
  const isInput = (name: string): boolean => given.types.isInput(name) || own.isInput(name);
  const others: Others = { ...given, types: { ...given.types, isInput } };
  const keyed = new Map<string, string[]>();
  for (const definition of partner.document.definitions)
    if ("name" in definition && definition.name)
      keyed.set(definition.name.value, [...(keyed.get(definition.name.value) ?? []), ...keysOf(definition)]);
  return partner.document.definitions.flatMap((definition) => {
    const keyWord = keyWordOf(definition);
    if (keyWord === undefined || !("name" in definition) || !definition.name) return [];
    const name = definition.name.value;
    if (OF_FEDERATION.test(name)) return [];
    const at = (node: { readonly loc?: DefinitionNode["loc"] }, place: string, text: string | undefined): Problem[] => {
      const location = locate(partner, node.loc ? { loc: node.loc } : {}, place);
      return text === undefined ? [] : problemsAt(location, [`${printLocation(location)} ${text}`]);
    };
    const known = others.types.find(name);
    const fields = fieldsOf(definition).flatMap((field) =>
      at(
        field.name,
        `${name}.${field.name.value}`,
        fieldProblem(name, field, known, keyed.get(name) ?? [], others, partner),
      ),
    );
    return [...at(definition.name, name, typeProblem(definition, keyed.get(name) ?? [], known, others)), ...fields];
  });
};

const fieldsOf = (definition: DefinitionNode): readonly FieldDefinitionNode[] =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
  definition.kind === Kind.OBJECT_TYPE_EXTENSION ||
  definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
  definition.kind === Kind.INTERFACE_TYPE_EXTENSION
    ? (definition.fields ?? [])
    : [];

const listed = (names: Iterable<string>): string => [...names].sort().join(", ");

/** Names in the first level of a field set. */
const isKeyField = (field: string, keys: readonly string[]): boolean =>
  keys.some((key) =>
    key
      .replace(/\{.*\}/g, " ")
      .split(" ")
      .includes(field),
  );

const fieldProblem = (
  type: string,
  field: FieldDefinitionNode,
  known: KnownType | undefined,
  keys: readonly string[],
  { owners, approved }: Others,
  { subgraph }: NamedDocument,
): string | undefined => {
  const name = field.name.value;
  if (isRootType(type) && type !== "Query" && !approved.has(type))
    return `publishes a ${type}, for which ${subgraph} is not approved: leave it out, or have "operations": ["${type}"] written beside ${subgraph} in schema/subgraphs.json.`;
  const [override] = directivesNamed(field, "override");
  if (override && override["from"] !== subgraph)
    return `takes the field over from ${String(override["from"])}: a field stays with who answers it, so leave @override out.`;
  if (!known?.parts.has(name) || isMarked(field, "external")) return undefined;
  const changed = FOR_EVERYBODY.find((directive) => isMarked(field, directive));
  if (changed !== undefined)
    return `carries @${changed}, which would change the field for everybody: leave the directive out.`;
  if (isRootType(type)) return `is a root field of another service: give yours another name.`;
  if (known.keys.size > 0 && owners.has(type) && isKeyField(name, keys) && field.type.kind !== Kind.NON_NULL_TYPE)
    return `would break clients of today (a key is never null): write it as the public schema has it.`;
  if (known.keys.size === 0 || isKeyField(name, keys)) return undefined;
  const owner = owners.get(type) ?? "another service";
  return `is answered by ${owner}: leave it out, or mark it @external where your own field @requires it.`;
};

const typeProblem = (
  definition: DefinitionNode,
  keys: readonly string[],
  known: KnownType | undefined,
  others: Others,
): string | undefined => {
  const name = "name" in definition ? (definition.name?.value ?? "") : "";
  const keyWord = keyWordOf(definition);
  if (keyWord === "scalar" && BUILT_IN.has(name)) return `defines a scalar of GraphQL anew: leave the definition out.`;
  if (known === undefined || isRootType(name)) return undefined;
  const owner = others.owners.get(name) ?? (known.subgraphs.size === 1 ? [...known.subgraphs][0]! : "other services");
  const isInterfaceObject =
    keyWord === "type" && known.keyWord === "interface" && isMarked(definition as never, "interfaceObject");
  if (keyWord !== known.keyWord && !isInterfaceObject)
    return `is ${known.keyWord === "input" ? "an input" : `a ${known.keyWord}`} of ${owner} and no ${keyWord}: give yours another name.`;
  const changed = FOR_EVERYBODY.find((directive) => isMarked(definition as never, directive));
  if (changed !== undefined)
    return `carries @${changed}, which would change it for everybody: leave the directive out.`;
  switch (keyWord) {
    case "enum":
      return enumProblem(definition, known, owner, others.types.isInput(name));
    case "scalar":
      return scalarProblem(definition, known, owner);
    case "union": {
      const added = partsOf(definition).filter((part) => !known.parts.has(part));
      return added.length === 0
        ? undefined
        : `adds ${listed(added)} to a union of ${owner}, which clients know without: give yours another name.`;
    }
    case "input":
      return differing(definition, known, owner, "the same fields");
    default:
      return known.keys.size > 0 ? entityProblem(keys, known, owner) : valueProblem(definition, known, owner);
  }
};

/** Of what is published alone: the rest is told to nobody. */
const missingOf = (known: KnownType, own: readonly string[]): string[] =>
  [...known.parts].filter((part) => !own.includes(part) && !known.hidden.has(part));

const enumProblem = (
  definition: DefinitionNode,
  known: KnownType,
  owner: string,
  isInput: boolean,
): string | undefined => {
  const own = partsOf(definition);
  const added = own.filter((value) => !known.parts.has(value));
  if (added.length > 0)
    return `adds ${listed(added)} to an enum of ${owner}, which clients know without: give yours another name, or leave ${added.length === 1 ? "the value" : "the values"} out.`;
  const missing = missingOf(known, own);
  return isInput && missing.length > 0
    ? `leaves ${listed(missing)} out of an enum of ${owner}, and nobody could ask for it any more: write all values, or give yours another name.`
    : undefined;
};

const scalarProblem = (definition: DefinitionNode, known: KnownType, owner: string): string | undefined => {
  const given = specifiedByOf(definition);
  return given === undefined || given === known.specifiedBy
    ? undefined
    : `is a scalar of ${owner} and is specified otherwise by yours: leave @specifiedBy out if it is the same, or give yours another name.`;
};

/** The keys by which others know it, or one at the least. */
const entityProblem = (keys: readonly string[], known: KnownType, owner: string): string | undefined => {
  const published = [...known.keys].filter((key) => !known.hidden.has(key));
  const wanted = published.map((key) => `@key(fields: "${key}")`).join(" or ");
  if (keys.length === 0) return `is an entity of ${owner}: join it by ${wanted}, or give yours another name.`;
  return keys.some((key) => known.keys.has(key))
    ? undefined
    : `is an entity of ${owner}, which nobody else knows by "${keys.join('" or "')}": join it by ${wanted}.`;
};

const valueProblem = (definition: DefinitionNode, known: KnownType, owner: string): string | undefined => {
  const taken = partsOf(definition).filter((field) => known.unshared.has(field));
  return taken.length > 0
    ? `is a type of ${owner}, which alone answers ${listed(taken)}: give yours another name.`
    : differing(definition, known, owner, "the same fields, @shareable,");
};

const differing = (definition: DefinitionNode, known: KnownType, owner: string, what: string): string | undefined => {
  const own = partsOf(definition);
  const [added, missing] = [own.filter((field) => !known.parts.has(field)), missingOf(known, own)];
  if (added.length === 0 && missing.length === 0) return undefined;
  const changes = [
    ...(added.length > 0 ? [`adds ${listed(added)}`] : []),
    ...(missing.length > 0 ? [`leaves out ${listed(missing)}`] : []),
  ].join(" and ");
  return `${changes} where ${owner} ${owner === "other services" ? "declare" : "declares"} it otherwise: write ${what} or give yours another name.`;
};
