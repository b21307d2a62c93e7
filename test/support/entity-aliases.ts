/** Reads the entities of a supergraph, and writes questions that put the name of each key and required field on every other field. */
import {
  getNamedType,
  isObjectType,
  isUnionType,
  Kind,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { belowOf, called, needsKey, pathOf, stepsTo, waysOf, type Way } from "./ways.js";

/** A field of an entity that clients may ask for. */
export interface EntityField {
  readonly name: string;
  /** Services that give it. */
  readonly services: readonly string[];
  /** Fields of the entity that the service must be told for it. */
  readonly requires: readonly string[];
  /** The field as a document asks for it. */
  readonly text: string;
}

/** A way to an entity, and the service that gives its last step. */
export interface EntityWay {
  readonly service: string;
  readonly way: Way;
}

/** A type whose parts several requests to services can give. */
export interface Entity {
  readonly name: string;
  /** Fields of its keys, and those that other fields require. */
  readonly inputs: readonly string[];
  readonly fields: readonly EntityField[];
  /** Ways to it, the shortest first. */
  readonly ways: readonly EntityWay[];
}

type Joined = Readonly<Record<string, unknown>>;

const joined = (name: string, directives: readonly ConstDirectiveNode[] | undefined): Joined[] =>
  (directives ?? [])
    .filter((directive) => directive.name.value === name)
    .map(({ arguments: given }) =>
      Object.fromEntries((given ?? []).map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)])),
    );

/** Fields of the type that the set names; of an object's own fields none. */
const namesIn = (set: unknown): string[] =>
  typeof set !== "string"
    ? []
    : set
        .replace(/\{[^{}]*\}/g, " ")
        .trim()
        .split(/\s+/);

interface Type {
  readonly keys: readonly string[];
  readonly fields: ReadonlyMap<string, Pick<EntityField, "services" | "requires">>;
}

const typesOf = (supergraph: string): ReadonlyMap<string, Type> => {
  const types = new Map<string, Type>();
  for (const node of parse(supergraph, { noLocation: true }).definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const whole = joined("join__type", node.directives);
    const fields = (node.fields ?? []).map(({ name, directives }) => {
      const own = joined("join__field", directives);
      const giving = (own.length > 0 ? own : whole).filter(({ external }) => external !== true);
      const services = [...new Set(giving.map(({ graph }) => String(graph)))];
      return [name.value, { services, requires: own.flatMap(({ requires }) => namesIn(requires)) }] as const;
    });
    types.set(node.name.value, { keys: whole.flatMap(({ key }) => namesIn(key)), fields: new Map(fields) });
  }
  return types;
};

const isTo = (field: GraphQLField<unknown, unknown>, name: string): boolean => {
  const result = getNamedType(field.type);
  return isUnionType(result) ? result.getTypes().some((member) => member.name === name) : result.name === name;
};

/** Ways to what no rule finds: a body that stands on a serious list, and bid. */
const ALSO: Readonly<Record<string, readonly Way[]>> = { Organization: [[`organization(uscc: "91990101MA0003582C")`]] };

/** The entities of a supergraph, by the fields that the public schema shows. */
export const entitiesOf = (supergraph: string, schema: GraphQLSchema): Entity[] => {
  const types = typesOf(supergraph);
  const ways = waysOf(schema);
  /** The service that gives the last field of the way. */
  const giverOf = (way: Way): string => {
    let at: GraphQLNamedType | undefined = schema.getQueryType()!;
    let giver = "";
    for (const step of way) {
      const [, on] = /^\.\.\. on (\w+)/.exec(step) ?? [];
      const [name] = pathOf([step]);
      if (name && at) giver = types.get(at.name)?.fields.get(name)?.services[0] ?? "";
      at = on ? schema.getType(on) : getNamedType((at as GraphQLObjectType).getFields()[name!]!.type);
    }
    return giver;
  };
  const waysTo = (name: string): Way[] =>
    [...ways].flatMap(([from, way]) =>
      // Notices are the reader's own: whoever asks here need have none of a record.
      from === "Notice"
        ? []
        : Object.values((schema.getType(from) as GraphQLObjectType).getFields())
            .filter((field) => isTo(field, name) && (way.length > 0 || !needsKey(field)))
            .map((field) => [...way, ...stepsTo(field, name)]),
    );
  return [...types].flatMap(([name, { keys, fields }]) => {
    const shown = schema.getType(name);
    if (keys.length === 0 || !isObjectType(shown)) return [];
    const known = ways.get(name);
    const required = [...fields.values()].flatMap(({ requires }) => requires);
    return [
      {
        name,
        inputs: [...new Set([...keys, ...required])],
        fields: Object.values(shown.getFields()).map((field) => ({
          name: field.name,
          services: [],
          requires: [],
          ...fields.get(field.name),
          text: `${called(field)}${belowOf(field.type)}`,
        })),
        ways: [
          ...(known ? [known] : []),
          ...(ALSO[name] ?? []),
          ...waysTo(name).sort((one, other) => one.length - other.length),
        ].map((way) => ({ service: giverOf(way), way })),
      },
    ];
  });
};
