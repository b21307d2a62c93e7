/** What services load and export, without their graphs: for commands that are short. */
import { registeredServices, subgraphRegistry } from "../platform/config/index.js";
import type { Loading } from "../platform/subgraph/loading.js";

/** What a service loads. Throws a sentence for a name that is not registered. */
export const loadingOf = async (service: string): Promise<Loading> => {
  if (!registeredServices().includes(service)) throw new Error(`There is no service ${service}.`);
  return ((await import(`../subgraphs/${service}/loading.js`)) as { readonly loading: Loading }).loading;
};

/** Kinds of export by the service that loads them, as schema/subgraphs.json lists them. */
export const importKinds = (): readonly { readonly kind: string; readonly service: string }[] =>
  subgraphRegistry().flatMap(({ name, imports }) => (imports ?? []).map((kind) => ({ kind, service: name })));

/** Kinds of exchange file by the service that writes them, as schema/subgraphs.json lists them. */
export const exportKinds = (): readonly { readonly kind: string; readonly service: string }[] =>
  subgraphRegistry().flatMap(({ name, exports }) => (exports ?? []).map((kind) => ({ kind, service: name })));
