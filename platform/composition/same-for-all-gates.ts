/** Gates on what is declared the same whoever asks: a declaration that can not hold is refused. */
import { isRootType, typesOf, type NamedDocument } from "./declarations.js";
import { locate, printLocation, type Problem } from "./problem.js";
import { BY_VIEWER, MARK } from "./same-for-all.js";
import { isMarked, type DeclaredField } from "./schema-index.js";

/** Problems of a subgraph's types. */
export const sameTypeProblems = (source: NamedDocument): Problem[] =>
  typesOf(source.document)
    .filter((type) => isMarked(type, MARK) && isMarked(type, "personal"))
    .map((type) => {
      const location = locate(source, type.name, type.name.value);
      const message = `${printLocation(location)} is @personal and @${MARK}: who may know of a person's row is never all; take @${MARK} away.`;
      return { ...location, message };
    });

/** Problems of one field. */
export const sameFieldProblems = ({ node, type, place }: DeclaredField): string[] => {
  if (!isMarked(node, MARK)) return [];
  if (isRootType(type.name.value) && type.name.value !== "Query")
    return [`${place} carries @${MARK}, and what it does is done as whoever asks: take @${MARK} away.`];
  const other = BY_VIEWER.find((name) => isMarked(node, name));
  return other === undefined ? [] : [`${place} is @${MARK} and @${other}: what @${other} decides differs by viewer.`];
};
