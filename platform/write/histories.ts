/** Histories of a request's records: what happened to each, read for many at once. */
import type DataLoader from "dataloader";
import type { Knex } from "knex";
import { createGroupLoader } from "../graphql/index.js";
import { listHistory, type RecordedTransition } from "./journal.repository.js";

/** Loads what happened to records of one kind, by key, oldest first; access is decided by the service that asks. */
export const createHistories = (
  db: Knex,
  { kind }: { readonly kind: string },
): DataLoader<string, RecordedTransition[]> =>
  createGroupLoader(
    (keys) => listHistory(db, kind, keys),
    ({ key }) => key,
  );
