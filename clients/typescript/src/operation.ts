/** What kind of request a document is. */
import { type DocumentNode, Kind, type OperationDefinitionNode, OperationTypeNode } from "graphql";

const operationOf = (document: DocumentNode): OperationDefinitionNode | undefined =>
  document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);

/** True where the document writes. */
export const isMutation = (document: DocumentNode): boolean =>
  operationOf(document)?.operation === OperationTypeNode.MUTATION;

/** Whether the graph takes the header Idempotency-Key for it: one verb, not in a fragment, whose input is a variable. */
export const canCarryKey = (document: DocumentNode): boolean => {
  const [field, ...others] = operationOf(document)?.selectionSet.selections ?? [];
  return (
    others.length === 0 &&
    field?.kind === Kind.FIELD &&
    field.arguments?.find(({ name }) => name.value === "input")?.value.kind === Kind.VARIABLE
  );
};
