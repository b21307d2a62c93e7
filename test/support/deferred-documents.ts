/** Defers fragments of a document, and wraps some of its selections in deferred ones: as a tape of numbers says. */
import { Kind, parse, print, visit, type DirectiveNode, type DocumentNode, type SelectionNode } from "graphql";

/** The document with `@defer` on about half of its fragments, and around about a third of its fields. */
export const deferSome = (query: string, tape: readonly number[]): string => {
  let position = 0;
  let labels = 0;
  const next = (below: number): number => (tape[position++ % tape.length] ?? 0) % below;
  const directive = (): DirectiveNode => ({
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: "defer" },
    arguments:
      next(3) === 0
        ? []
        : [
            {
              kind: Kind.ARGUMENT,
              name: { kind: Kind.NAME, value: "label" },
              value: { kind: Kind.STRING, value: `p${labels++}` },
            },
          ],
  });
  const deferredOne = (selection: SelectionNode): SelectionNode => {
    if (selection.kind !== Kind.FIELD)
      return next(2) === 0 ? selection : { ...selection, directives: [...(selection.directives ?? []), directive()] };
    if (next(3) > 0) return selection;
    return {
      kind: Kind.INLINE_FRAGMENT,
      directives: [directive()],
      selectionSet: { kind: Kind.SELECTION_SET, selections: [selection] },
    };
  };
  const document = visit(parse(query), {
    SelectionSet: { leave: (set) => ({ ...set, selections: set.selections.map(deferredOne) }) },
  }) as DocumentNode;
  return print(document);
};
