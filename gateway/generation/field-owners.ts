/** Which services give a field, as a supergraph tells it. */
import { Kind, type DocumentNode } from "graphql";
import { parseSupergraph } from "../../platform/disclosure/table/index.js";
import { argumentOf, graphsOf, named } from "./join-directives.js";
import { joinGraphs } from "./join-graphs.js";

/** Services that give a field of a type. */
export type OwnersOf = (type: string, field: string) => readonly string[];

/** Reads a supergraph, once it is first asked: errors are rare. */
export const createFieldOwners = (supergraph: string): OwnersOf => {
  let known: ReadonlyMap<string, readonly string[]> | undefined;
  return (type, field) => {
    known ??= read(parseSupergraph(supergraph));
    return known.get(`${type}.${field}`) ?? [];
  };
};

/** The gateway's own subgraph has keys of what others own, and answers for none of them. */
const OWN = "gateway";

const answering = (owners: readonly string[]): readonly string[] => {
  const others = owners.filter((owner) => owner !== OWN);
  return others.length > 0 ? others : owners;
};

/** Public fields that a subgraph alone gives, as `Type.field`, in the order of the supergraph. */
export const fieldsAlone = (subgraph: string, supergraph: string): string[] => {
  const document = parseSupergraph(supergraph);
  const hidden = hiddenIn(document);
  return [...read(document)].flatMap(([field, given]) => {
    const owners = answering(given);
    return owners.length === 1 && owners[0] === subgraph && !hidden.has(field) ? [field] : [];
  });
};

/** Fields that clients are not shown, of themselves or with their type. */
const hiddenIn = ({ definitions }: DocumentNode): ReadonlySet<string> =>
  new Set(
    definitions.flatMap((node) => {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
      const isHidden = ({ directives }: Pick<typeof node, "directives">): boolean =>
        named("inaccessible", directives).length > 0;
      return (node.fields ?? [])
        .filter((field) => isHidden(node) || isHidden(field))
        .map(({ name }) => `${node.name.value}.${name.value}`);
    }),
  );

const read = (supergraph: DocumentNode): ReadonlyMap<string, readonly string[]> => {
  const services = new Map(joinGraphs(supergraph).map(({ graph, name }) => [graph, name]));
  const owners = new Map<string, readonly string[]>();
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const ofType = graphsOf(named("join__type", node.directives));
    for (const { name, directives } of node.fields ?? []) {
      const joined = named("join__field", directives);
      const given = graphsOf(joined.filter((directive) => argumentOf(directive, "external") !== true));
      const graphs = given.length > 0 ? given : ofType;
      owners.set(
        `${node.name.value}.${name.value}`,
        graphs.flatMap((graph) => services.get(graph) ?? []),
      );
    }
  }
  return owners;
};
