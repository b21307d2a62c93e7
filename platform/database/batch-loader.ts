/** Reads by key in batches: the one home of loaders, so that no turn of the loop splits a batch. */
import DataLoader from "dataloader";
import { currentWork } from "./request-work.js";

/** Most keys of a statement. */
const MAX_KEYS = 200;

/** Dispatches once all that was ready has asked, and when no list of the request waits for its turn: what is in it belongs to the same batch. */
const whenFilled = (dispatch: () => void): void => {
  const work = currentWork();
  const look = (): void => {
    const turn = work?.turn();
    if (turn) void turn.then(wait);
    else dispatch();
  };
  const wait = (): void => void Promise.resolve().then(() => process.nextTick(look));
  wait();
};

/** A loader of one request, at most 200 keys a statement. Answers stand in the order of the keys. */
export const createBatchLoader = <Value>(
  load: (keys: readonly string[]) => Promise<readonly (Value | Error)[]>,
): DataLoader<string, Value> =>
  new DataLoader<string, Value>(load, { maxBatchSize: MAX_KEYS, batchScheduleFn: whenFilled });
