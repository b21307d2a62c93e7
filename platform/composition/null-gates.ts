/** Gates on "!": what one service gives must not be lost because another does not answer (decision 18). */
import { Kind, type TypeNode } from "graphql";
import { directivesNamed, isRootType, typesOf, type NamedDocument } from "./declarations.js";
import { isMarked, namedType, type DeclaredField, type GateFacts } from "./schema-index.js";

/** The gateway's own subgraph runs in its process: it answers whenever the gateway does. */
const IN_PROCESS = "gateway";

/** Gives the problems of a field that would take with it what another subgraph answered. */
export const nullGate = (
  documents: readonly NamedDocument[],
  { owners: registered }: GateFacts,
): ((field: DeclaredField) => string[]) => {
  const shapes = shapesOf(documents);
  const owners = new Map([...ownersOf(documents, shapes), ...registered]);
  return (field) => [
    ...(field.subgraph === IN_PROCESS ? [] : [...rootProblems(field), ...sharedFieldProblems(field, shapes, owners)]),
    ...linkProblems(field, shapes, owners),
  ];
};

/** For entities that nobody registered: the one subgraph that gives more of it than its key. */
const ownersOf = (documents: readonly NamedDocument[], { entities, known }: Shapes): Map<string, string> => {
  const givers = new Map<string, Set<string>>();
  for (const { subgraph, document } of documents)
    for (const { name, fields = [] } of typesOf(document))
      if (
        entities.has(name.value) &&
        fields.some(
          (field) => !isMarked(field, "external") && !known.get(name.value)?.get(subgraph)?.has(field.name.value),
        )
      )
        added(givers, name.value, [subgraph]);
  return new Map(
    [...givers].flatMap(([type, [first, ...others]]) => (first && others.length === 0 ? [[type, first]] : [])),
  );
};

/** Types by name, as all subgraphs declare them together. */
interface Shapes {
  /** Fields that each subgraph can give of a type, by the type's name and the subgraph's; for an entity, its keys. */
  readonly known: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
  readonly entities: ReadonlySet<string>;
  /**
   * Entities that the gateway gives in subscriptions and as nodes alone: what it tells is a query of their owner's (decision 91), and
   * of a node it knows no more than that it is there (decision 106).
   */
  readonly told: ReadonlySet<string>;
  /** Interfaces of each type. */
  readonly interfaces: ReadonlyMap<string, ReadonlySet<string>>;
  /** Object types behind each interface and union. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
}

const TOP_LEVEL = /\{[^{}]*\}/;

/** Names of the outermost fields of a field set: `a b { c }` has a and b. */
const keyFields = (fieldSet: unknown): string[] => {
  let rest = String(fieldSet);
  while (TOP_LEVEL.test(rest)) rest = rest.replace(TOP_LEVEL, " ");
  return rest.split(/[\s,]+/).filter((name) => name !== "");
};

const added = <Value>(map: Map<string, Set<Value>>, key: string, values: Iterable<Value>): void =>
  void map.set(key, new Set([...(map.get(key) ?? []), ...values]));

const shapesOf = (documents: readonly NamedDocument[]): Shapes => {
  const declared = documents.flatMap(({ subgraph, document }) =>
    typesOf(document).map((type) => ({ subgraph, type, name: type.name.value })),
  );
  const isEntity = ({ type }: (typeof declared)[number]): boolean => isMarked(type, "key");
  const entities = new Set(declared.filter(isEntity).map(({ name }) => name));
  const told = new Set(
    declared.flatMap(({ subgraph, type, name }) =>
      subgraph === IN_PROCESS &&
      directivesNamed(type, "key").some(({ resolvable, fields }) => resolvable === false || fields !== "id")
        ? [name]
        : [],
    ),
  );
  const interfaces = new Map<string, Set<string>>();
  const members = new Map<string, Set<string>>();
  const known = new Map<string, Map<string, Set<string>>>();
  for (const { subgraph, type, name } of declared) {
    for (const { name: parent } of type.interfaces ?? []) {
      added(interfaces, name, [parent.value]);
      added(members, parent.value, [name]);
    }
    const own = known.get(name) ?? new Map<string, Set<string>>();
    known.set(name, own);
    added(
      own,
      subgraph,
      entities.has(name)
        ? directivesNamed(type, "key").flatMap(({ fields }) => keyFields(fields))
        : (type.fields ?? []).filter((field) => !isMarked(field, "external")).map((field) => field.name.value),
    );
  }
  for (const { document } of documents)
    for (const definition of document.definitions)
      if (definition.kind === Kind.UNION_TYPE_DEFINITION || definition.kind === Kind.UNION_TYPE_EXTENSION)
        added(
          members,
          definition.name.value,
          (definition.types ?? []).map(({ name }) => name.value),
        );
  return { known, entities, told, interfaces, members };
};

const isInterface = (kind: Kind): boolean =>
  kind === Kind.INTERFACE_TYPE_DEFINITION || kind === Kind.INTERFACE_TYPE_EXTENSION;

const isRequired = ({ node }: DeclaredField): boolean => node.type.kind === Kind.NON_NULL_TYPE;

const rootProblems = (field: DeclaredField): string[] =>
  isRootType(field.type.name.value) && isRequired(field)
    ? [
        `${field.place} is a root field and not nullable: while ${field.subgraph} does not answer it would empty ` +
          `the whole answer, so write it without the last "!".`,
      ]
    : [];

/** A field that not every subgraph with the type can give: null where only the others answer. */
const sharedFieldProblems = (
  field: DeclaredField,
  { known, entities, interfaces, told }: Shapes,
  owners: GateFacts["owners"],
): string[] => {
  const [type, name] = [field.type.name.value, field.node.name.value];
  const owner = owners.get(type);
  if (!isRequired(field) || isRootType(type) || isMarked(field.node, "external")) return [];
  // A row is also reached by the key of an interface that it implements.
  const reached = [type, ...[...(interfaces.get(type) ?? [])].filter((parent) => entities.has(parent))];
  // What an interface promises is kept by the types behind it.
  if (!entities.has(type) && isInterface(field.type.kind)) return [];
  const sharers = reached.flatMap((each) => [...(known.get(each) ?? [])]);
  const lacking = sharers.find(
    ([subgraph, fields]) =>
      subgraph !== field.subgraph && !fields.has(name) && !(subgraph === IN_PROCESS && told.has(type)),
  )?.[0];
  const foreign = owner !== undefined && owner !== field.subgraph ? owner : undefined;
  const isKey = known.get(type)?.get(field.subgraph)?.has(name) ?? false;
  const without = lacking ?? (isKey ? undefined : foreign);
  return without === undefined
    ? []
    : [
        `${field.place} is not nullable, and ${without} gives a ${type} without it: while ${field.subgraph} does not ` +
          `answer it would take with it what others know, so write it without the last "!".`,
      ];
};

/** True where the innermost type, behind all lists, is followed by "!". */
const isElementRequired = (type: TypeNode): boolean =>
  type.kind === Kind.NAMED_TYPE
    ? false
    : type.kind === Kind.NON_NULL_TYPE && type.type.kind === Kind.NAMED_TYPE
      ? true
      : isElementRequired(type.type);

const linkProblems = (
  { place, node, subgraph }: DeclaredField,
  { members }: Shapes,
  owners: GateFacts["owners"],
): string[] => {
  if (!isElementRequired(node.type) || isMarked(node, "external")) return [];
  const owner = foreignOwner(namedType(node.type), subgraph, members, owners);
  return owner === undefined
    ? []
    : [
        `${place} links to an entity of ${owner} and is not nullable: write it without "!", in a list its elements too.`,
      ];
};

/** Another subgraph whose entity stands behind the name, be it a type, an interface or a union. */
const foreignOwner = (
  type: string,
  subgraph: string,
  members: Shapes["members"],
  owners: GateFacts["owners"],
): string | undefined => {
  const seen = new Set<string>();
  const walk = (name: string): string | undefined => {
    if (seen.has(name)) return undefined;
    seen.add(name);
    const owner = owners.get(name);
    if (owner !== undefined && owner !== subgraph) return owner;
    for (const member of members.get(name) ?? []) {
      const found = walk(member);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return walk(type);
};
