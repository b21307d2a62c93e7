/** Which services give a field, as a supergraph tells it. */
import { Kind, parse, type DocumentNode } from "graphql";
import { argumentOf, graphsOf, named } from "./join-directives.js";

/** Services that give a field of a type. */
export type OwnersOf = (type: string, field: string) => readonly string[];

/** Reads a supergraph, once it is first asked: errors are rare. */
export const createFieldOwners = (supergraph: string): OwnersOf => {
  let known: ReadonlyMap<string, readonly string[]> | undefined;
  return (type, field) => {
    known ??= read(parse(supergraph, { noLocation: true }));
    return known.get(`${type}.${field}`) ?? [];
  };
};

const read = ({ definitions }: DocumentNode): ReadonlyMap<string, readonly string[]> => {
  const services = new Map(
    definitions.flatMap((node) =>
      node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === "join__Graph"
        ? (node.values ?? []).flatMap(({ name, directives }) =>
            named("join__graph", directives).map(
              (directive) => [name.value, String(argumentOf(directive, "name"))] as const,
            ),
          )
        : [],
    ),
  );
  const owners = new Map<string, readonly string[]>();
  for (const node of definitions) {
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
