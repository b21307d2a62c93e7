/** The kinds that agencies load for themselves, as the worker tells them to the gateway: those of which each row says whose it is. */
import type { ImportKind } from "../../platform/import/index.js";
import type { LoadKind } from "../../platform/loads/index.js";
import { importKinds } from "../../schema/loadings.js";
import { findKind } from "../find-kind.js";

const told = ({ kind, fields }: ImportKind): LoadKind => ({
  kind,
  fields: Object.entries(fields).map(([name, { doc, columns, required = false, words }]) => ({
    name,
    doc,
    columns,
    required,
    ...(words === undefined ? {} : { words }),
  })),
});

/** All of them. */
export const toldKinds = async (): Promise<LoadKind[]> => {
  const found = await Promise.all(importKinds().map(({ kind }) => findKind(kind)));
  return found.flatMap(({ kind }) => (kind.owner === undefined ? [] : [told(kind)]));
};
