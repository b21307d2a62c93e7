/** Loaders of figures per fiscal year: one loader per year, so that parents share a statement. */
import type DataLoader from "dataloader";
import { createBatchLoader } from "../../../platform/database/index.js";

/** Gives the loader of a year, at most 200 keys a statement. */
export const loadersByYear = <Value>(
  load: (year: number, keys: readonly string[]) => Promise<readonly Value[]>,
): ((year: number) => DataLoader<string, Value>) => {
  const loaders = new Map<number, DataLoader<string, Value>>();
  return (year) => {
    let loader = loaders.get(year);
    if (!loader) {
      loader = createBatchLoader<Value>((keys) => load(year, keys));
      loaders.set(year, loader);
    }
    return loader;
  };
};
