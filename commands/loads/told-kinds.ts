/** The kinds that agencies load for themselves, as the worker tells them to the gateway: those of which each row says whose it is. */
import type { ImportKind } from "../../platform/import/index.js";
import type { LoadKind } from "../../platform/loads/index.js";
import { importKinds } from "../../schema/loadings.js";
import { findKind } from "../find-kind.js";

const UNDONE_BY_NOBODY = "What a load of this kind changes is not kept: load the file as it was before.";

const told = ({ kind, fields, undo = { never: UNDONE_BY_NOBODY } }: ImportKind): LoadKind => ({
  kind,
  fields: Object.entries(fields).map(([name, { doc, columns, required = false, words }]) => ({
    name,
    doc,
    columns,
    required,
    ...(words === undefined ? {} : { words }),
  })),
  ...("never" in undo ? { notUndone: undo.never } : {}),
});

/** All of them. */
export const toldKinds = async (): Promise<LoadKind[]> => {
  const found = await Promise.all(importKinds().map(({ kind }) => findKind(kind)));
  return found.flatMap(({ kind }) => (kind.owner === undefined ? [] : [told(kind)]));
};
