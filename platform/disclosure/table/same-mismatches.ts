/** Whether a policy table takes for the same whoever asks what a supergraph does not declare so: it would be asked as nobody. */
import type { InterfaceTypeDefinitionNode, ObjectTypeDefinitionNode } from "graphql";
import { carriesLists } from "./lists.js";
import type { PolicyTable } from "./policy-table.js";

type FieldsDefinition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

const isMarked = ({ directives }: Pick<FieldsDefinition, "directives">): boolean =>
  directives?.some(({ name }) => name.value === "sameForAll") ?? false;

/** A sentence for each field that the table takes for the same and that is not declared so, is closed or is not there. */
export const sameMismatches = (
  types: readonly FieldsDefinition[],
  { sameForAll = {}, fields: closed }: Pick<PolicyTable, "sameForAll" | "fields">,
): string[] => {
  const known = new Map(types.map((type) => [type.name.value, type]));
  const rules = new Set(closed.map(({ type, field }) => `${type}.${field}`));
  const isSame = (type: string, field: string): boolean => {
    const definition = known.get(type);
    const found = definition?.fields?.find(({ name }) => name.value === field);
    if (!definition || !found || rules.has(`${type}.${field}`)) return false;
    return isMarked(found) || (type !== "Query" && isMarked(definition)) || carriesLists(type);
  };
  return [
    ...new Set(
      Object.values(sameForAll).flatMap((ofSubgraph) =>
        Object.entries(ofSubgraph).flatMap(([type, fields]) =>
          Object.keys(fields)
            .filter((field) => !isSame(type, field))
            .map((field) => `${type}.${field} is the same for all in the policy table, and not in the supergraph.`),
        ),
      ),
    ),
  ];
};
