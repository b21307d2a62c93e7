/** Kinds of import by their names, with the services that load them. */
import type { ImportKind } from "../platform/import/index.js";
import { LAW_FILE_KINDS } from "../platform/law/index.js";
import type { Loading } from "../platform/subgraph/loading.js";
import { importKinds, loadingOf } from "../schema/loadings.js";

/** Names of all kinds, for people. */
export const KIND_NAMES = [...importKinds().map(({ kind }) => kind), ...LAW_FILE_KINDS].join(", ");

/** A kind and who loads it. */
export interface FoundKind {
  readonly service: string;
  readonly kind: ImportKind;
  readonly loading: Loading;
}

/** The kind, with the service that loads it. Throws a sentence for a name that is no kind. */
export const findKind = async (name: string): Promise<FoundKind> => {
  const service = importKinds().find(({ kind }) => kind === name)?.service;
  if (service === undefined) throw new Error(`There is no kind ${name}: use one of ${KIND_NAMES}.`);
  const loading = await loadingOf(service);
  return { service, loading, kind: loading.imports!.find(({ kind }) => kind === name)! };
};
