/** Decides whether a request to a service asks for nothing but what is the same whoever asks (decision 63). */
import { Kind, OperationTypeNode, parse, type SelectionSetNode } from "graphql";
import type { FieldsSameForAll, PolicyTable } from "../../platform/disclosure/table/index.js";
import type { EnginePolicy } from "../engine/query-engine.js";
import { fragmentsOf, operationOf, type Fragments } from "../document/fragments.js";

/** Objects by their keys: each type of them stands in a fragment. */
const ENTITIES = "_entities";

/**
 * Creates the decision of a table: true where every field of a query, at every depth, is the same for all; what is unknown is not. It reads the
 * query each time, so it is asked once for each program.
 */
export const createSameForAll =
  ({ sameForAll = {} }: Pick<PolicyTable, "sameForAll">): EnginePolicy["isSameForAll"] =>
  (service, query) => {
    const fields = Object.hasOwn(sameForAll, service) ? sameForAll[service] : undefined;
    if (!fields) return false;
    const document = parse(query, { noLocation: true });
    const operation = operationOf(document);
    if (operation?.operation !== OperationTypeNode.QUERY) return false;
    return new Reading(fields, fragmentsOf(document)).isSame(operation.selectionSet, "Query");
  };

class Reading {
  constructor(
    private readonly fields: FieldsSameForAll,
    private readonly fragments: Fragments,
  ) {}

  /** Undefined is a place of which no type is known: nothing but fragments of known types stands there. */
  isSame({ selections }: SelectionSetNode, type: string | undefined): boolean {
    return selections.every((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return this.isSame(selection.selectionSet, selection.typeCondition?.name.value ?? type);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = this.fragments.get(selection.name.value);
        return fragment !== undefined && this.isSame(fragment.selectionSet, fragment.typeCondition.name.value);
      }
      const { name, selectionSet } = selection;
      if (name.value === "__typename") return true;
      if (type === "Query" && name.value === ENTITIES) return this.isSame(selectionSet!, undefined);
      const result = this.resultOf(type, name.value);
      if (result === undefined) return false;
      return selectionSet ? result !== null && this.isSame(selectionSet, result) : result === null;
    });
  }

  /** Undefined where the field is not the same for all. */
  private resultOf(type: string | undefined, field: string): string | null | undefined {
    const known = type !== undefined && Object.hasOwn(this.fields, type) ? this.fields[type]! : undefined;
    return known && Object.hasOwn(known, field) ? known[field] : undefined;
  }
}
