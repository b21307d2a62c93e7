/** SQL of what writes of listing need beside the step itself. */
import type { Knex } from "knex";
import { ANONYMOUS } from "../../../platform/auth/viewer.js";
import { readableRows, toRow, type NewOf } from "../../../platform/database/index.js";
import { nextNumber } from "../counterparty/proceeding-numbers.repository.js";
import { WHOSE_LIST_ENTRY } from "../list-entry/list-entry.policy.js";
import { LIST_ENTRIES } from "../list-entry/list-entry.rows.js";
import { ListingState } from "../listing-case/listing-case.machine.js";
import { LISTING_CASES } from "../listing-case/listing-case.rows.js";
import type { NewListing } from "./new-listing.js";

/** A body and a list, as their columns name them. */
export interface Place {
  readonly counterparty_id: string;
  readonly list: string;
}

/** Whoever asks about the same body and list waits until the transaction ends: nobody stands on a list twice. */
export const lockPlace = async (trx: Knex.Transaction, { counterparty_id, list }: Place): Promise<void> => {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`list ${list} ${counterparty_id}`]);
};

/** Those of these places where the body stands on the list on the day, as everybody may know. */
export const findStanding = async (db: Knex, places: readonly Place[], today: string): Promise<readonly Place[]> =>
  (await readableRows(
    db("list_entries")
      .distinct("counterparty_id", "list")
      .whereIn(
        ["counterparty_id", "list"],
        places.map(({ counterparty_id, list }) => [counterparty_id, list]),
      ),
    WHOSE_LIST_ENTRY,
    { viewer: ANONYMOUS, today },
  )) as Place[];

/** True where a case of the authority about the same body and list is not decided; of others' notices it is told nothing. */
export const listingRuns = async (
  trx: Knex,
  { counterparty_id, list }: Place,
  authorityUscc: string,
): Promise<boolean> =>
  (await trx("listing_cases")
    .first("no")
    .where({ counterparty_id, list, authority_uscc: authorityUscc })
    .whereIn("state", [ListingState.NOTICE_GIVEN, ListingState.DEFENDED])) !== undefined;

/** Inserts a case under the next number of its division and day, and answers with it. */
export const insertListing = async (trx: Knex.Transaction, record: NewListing): Promise<string> => {
  const { divisionCode, priorNoticeOn: on } = record;
  const no = await nextNumber(trx, { table: "listing_cases", letters: "LM", divisionCode, on });
  await trx(LISTING_CASES.name).insert(toRow(LISTING_CASES, { ...record, no }));
  return no;
};

/** Inserts the entry that a decision made. */
export const insertEntry = async (trx: Knex.Transaction, record: NewOf<typeof LIST_ENTRIES>): Promise<void> => {
  await trx(LIST_ENTRIES.name).insert(toRow(LIST_ENTRIES, record));
};
