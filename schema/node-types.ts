/** The types that clients find by a global id: all that a service owns and knows by one field. */
import { Kind, parse, print, valueFromASTUntyped, type ObjectTypeDefinitionNode, type TypeNode } from "graphql";
import type { NodeType } from "../platform/graphql/node-types.js";

/** A service's SDL and what it owns. */
export interface OwningService {
  readonly name: string;
  readonly owns: readonly string[];
  readonly sdl: string;
}

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

/** Keys of one field; `id` first. */
const keysOf = ({ directives = [] }: ObjectTypeDefinitionNode): readonly string[] =>
  directives
    .filter(({ name }) => name.value === "key")
    .flatMap(({ arguments: given = [] }) => given.filter(({ name }) => name.value === "fields"))
    .map(({ value }) => String(valueFromASTUntyped(value)))
    .filter((fields) => /^\w+$/.test(fields))
    .sort((one, other) => Number(other === "id") - Number(one === "id"));

/** Of what several fields identify, such as a division on a day, there is no global id: it is a part of another record. */
const nodeTypeOf = (service: string, definition: ObjectTypeDefinitionNode): NodeType[] => {
  const [key] = keysOf(definition);
  const field = definition.fields?.find(({ name }) => name.value === key);
  if (key === undefined || field === undefined) return [];
  const open = field.directives?.find(({ name }) => name.value === "open");
  return [
    {
      type: definition.name.value,
      ...{ key, scalar: nameOf(field.type), service },
      ...(open === undefined ? {} : { open: print(open) }),
    },
  ];
};

/** Those of all services, by name. */
export const nodeTypesOf = (services: readonly OwningService[]): readonly NodeType[] =>
  services
    .flatMap(({ name, owns, sdl }) =>
      parse(sdl, { noLocation: true })
        .definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION)
        .filter((definition) => owns.includes(definition.name.value))
        .flatMap((definition) => nodeTypeOf(name, definition)),
    )
    .sort((one, other) => (one.type < other.type ? -1 : 1));
