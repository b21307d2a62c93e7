/** Loaders of figures per fiscal year: one loader per year, so that parents share a statement. */
import DataLoader from "dataloader";

/** Gives the loader of a year, at most 200 keys a statement. */
export const loadersByYear = <Value>(
  load: (year: number, keys: readonly string[]) => Promise<readonly Value[]>,
): ((year: number) => DataLoader<string, Value>) => {
  const loaders = new Map<number, DataLoader<string, Value>>();
  return (year) => {
    let loader = loaders.get(year);
    if (!loader) {
      loader = new DataLoader<string, Value>((keys) => load(year, keys), { maxBatchSize: 200 });
      loaders.set(year, loader);
    }
    return loader;
  };
};
