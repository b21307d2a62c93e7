/** Measures a parsed document as if its fragments were written out, without writing them out: each written part is looked at once. */
import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** What a selection set is, its fragments written out. */
export interface SetMeasure {
  readonly selections: number;
  /** Levels of fields; 1 for a set of leaves. */
  readonly depth: number;
  /** Fields of its first level. */
  readonly fields: number;
}

/** What is written in a document. */
export interface WrittenMeasure {
  readonly aliases: number;
  readonly directives: number;
}

const NOTHING: SetMeasure = { selections: 0, depth: 0, fields: 0 };

/**
 * Measures the operation, and beside it every fragment that it does not reach, for validation reads those too. A number can be
 * beyond what memory holds things for; a fragment within itself counts nothing there, since validation names it.
 */
export const measureExpanded = (
  operation: OperationDefinitionNode | undefined,
  fragments: readonly FragmentDefinitionNode[],
): SetMeasure => {
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  const measured = new Map<FragmentDefinitionNode, SetMeasure>();
  const ofFragment = (fragment: FragmentDefinitionNode): SetMeasure => {
    const known = measured.get(fragment);
    if (known) return known;
    measured.set(fragment, NOTHING);
    const made = ofSet(fragment.selectionSet);
    measured.set(fragment, made);
    return made;
  };
  const below = (part: SelectionNode): SetMeasure => {
    if (part.kind !== Kind.FRAGMENT_SPREAD) return part.selectionSet ? ofSet(part.selectionSet) : NOTHING;
    const fragment = byName.get(part.name.value);
    return fragment ? ofFragment(fragment) : NOTHING;
  };
  const ofSet = (set: SelectionSetNode): SetMeasure => {
    let [selections, depth, fields] = [set.selections.length, 0, 0];
    for (const part of set.selections) {
      const inner = below(part);
      const isField = part.kind === Kind.FIELD;
      selections += inner.selections;
      depth = Math.max(depth, inner.depth + (isField ? 1 : 0));
      fields += isField ? 1 : inner.fields;
    }
    return { selections, depth, fields };
  };
  const asked = operation ? ofSet(operation.selectionSet) : NOTHING;
  const parts = [asked, ...fragments.filter((fragment) => !measured.has(fragment)).map(ofFragment)];
  return {
    selections: parts.reduce((sum, { selections }) => sum + selections, 0),
    depth: Math.max(...parts.map(({ depth }) => depth)),
    fields: asked.fields,
  };
};

/** Counts aliases and directives as they are written, in whatever definition. */
export const measureWritten = (document: DocumentNode): WrittenMeasure => {
  let [aliases, directives] = [0, 0];
  const ofSet = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD && selection.alias) aliases += 1;
      if (selection.kind !== Kind.FRAGMENT_SPREAD) ofSet(selection.selectionSet);
    }
  };
  for (const definition of document.definitions) {
    if (!isExecutable(definition)) continue;
    directives += definition.directives?.length ?? 0;
    for (const variable of definition.variableDefinitions ?? []) directives += variable.directives?.length ?? 0;
    ofSet(definition.selectionSet);
  }
  return { aliases, directives };
};

/** True of operations and fragments; what defines a schema is left to validation, which refuses it. */
const isExecutable = (
  definition: DocumentNode["definitions"][number],
): definition is OperationDefinitionNode | FragmentDefinitionNode =>
  definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION;
