/** What an operation is said to do: the words of the schema on what it asks for. */
import { Kind, type GraphQLSchema } from "graphql";
import { fragmentsOf } from "../document/fragments.js";
import type { DoorOperation } from "./operations.js";

/** Longest description of an operation, in characters: readers of tools pay for each. */
const MOST_CHARACTERS = 1_000;

/** A line, and all that its root fields say of themselves. */
export interface OperationText {
  readonly summary: string;
  readonly description: string;
}

/** The words; of an operation with a description of its own those. */
export const summaryOf = (operation: DoorOperation, schema: GraphQLSchema): OperationText => {
  const { definition, name } = operation;
  const said = definition.description?.value ?? rootFieldsOf(operation, schema).join("\n");
  const [summary = name] = said.split("\n").filter((line) => line.trim() !== "");
  return { summary: summary.slice(0, 120), description: said.slice(0, MOST_CHARACTERS) };
};

const rootFieldsOf = ({ definition, document }: DoorOperation, schema: GraphQLSchema): readonly string[] => {
  const root = schema.getRootType(definition.operation)!.getFields();
  const fragments = fragmentsOf(document);
  const names = new Set<string>();
  const walk = (selections: typeof definition.selectionSet.selections): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet.selections);
      else walk(fragments.get(selection.name.value)!.selectionSet.selections);
    }
  };
  walk(definition.selectionSet.selections);
  return [...names].flatMap((name) => root[name]?.description ?? []);
};
