/** Steps of a case of listing: the notice that begins it, the defence, and the decision that makes the entry, each in one transaction. */
import { toSet, type NewOf } from "../../../platform/database/index.js";
import { basisOfProcedure, localDateOf } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import {
  lockRecord,
  openingStep,
  takeStep,
  type StepTaken,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import { WRITTEN_LIST_ENTRY } from "../list-entry-handling/written-list-entry.js";
import type { ListingEvent, ListingGuardFacts, ListingState } from "../listing-case/listing-case.machine.js";
import { LISTING_CASES, type ListingCaseRow } from "../listing-case/listing-case.rows.js";
import { findMeasures } from "../measure/measure.repository.js";
import { listingFacts } from "./listing-facts.js";
import type { GiveListingNoticeInput } from "./listing-handling.input.js";
import { findStanding, insertEntry, insertListing, listingRuns, lockPlace } from "./listing-handling.repository.js";
import { newEntry, newListing } from "./new-listing.js";
import { WRITTEN_LISTING } from "./written-listing.js";

const BASIS = basisOfProcedure("CREDIT-LISTING");

/** Begins a case. Throws RULE_VIOLATION (LISTING_RUNS, LISTED_BEFORE) where the body has the authority's notice, or stands on the list. */
export const giveNotice = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  input: GiveListingNoticeInput,
  inputHash: string,
): Promise<StepTaken<ListingState>> => {
  const today = localDateOf(dependencies.asOf);
  const record = newListing(input, today, dependencies);
  const place = { counterparty_id: record.subjectId, list: record.list };
  const codes = record.measureCodes ?? [];
  if ((await findMeasures(trx, codes)).length !== codes.length)
    throw badInput("measureCodes", "MEASURE_UNKNOWN", "Each measure is one of the catalogue.");
  await lockPlace(trx, place);
  const basis = BASIS();
  if (await listingRuns(trx, place, record.authorityUscc))
    throw new ServiceError("RULE_VIOLATION", "Needed: no other case is open.", { reason: "LISTING_RUNS", basis });
  if ((await findStanding(trx, [place], today)).length > 0)
    throw new ServiceError("RULE_VIOLATION", "Needed: the body does not stand on the list yet.", {
      reason: "LISTED_BEFORE",
      basis,
    });
  const key = await insertListing(trx, record);
  return openingStep(trx, WRITTEN_LISTING, dependencies, { key, part: "OFFICER", basis, inputHash });
};

/** A step that is asked for. */
export interface ListingStepAsked {
  readonly event: ListingEvent;
  /** What the input says of what the guards look at. */
  readonly facts?: Partial<ListingGuardFacts>;
  /** Columns that it fills. */
  readonly set: Partial<NewOf<typeof LISTING_CASES>>;
  readonly reason?: string | undefined;
  /** The entry that it makes, of the decision with its number. */
  readonly entry?: { readonly decisionDocNo: string; readonly expiresOn: string | undefined };
}

/** Takes the step. Throws what `lockRecord` and `takeStep` throw. */
export const takeListingStep = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { no, expectedVersion }: { readonly no: string; readonly expectedVersion: number },
  inputHash: string,
  { event, facts, set, reason, entry }: ListingStepAsked,
): Promise<StepTaken<ListingState>> => {
  const today = localDateOf(dependencies.asOf);
  const row = await lockRecord(trx, WRITTEN_LISTING, dependencies, { key: no, expectedVersion });
  const stored = row as unknown as ListingCaseRow;
  await lockPlace(trx, stored);
  const onList = (await findStanding(trx, [stored], today)).length > 0;
  const made = entry && newEntry(stored, { ...entry, today });
  const taken = await takeStep(trx, WRITTEN_LISTING, dependencies, {
    ...{ row, event, reason, inputHash },
    facts: listingFacts(stored, { today, onList }, facts),
    set: toSet(LISTING_CASES, made === undefined ? set : { ...set, entryId: made.id }),
  });
  if (made === undefined) return taken;
  await insertEntry(trx, made);
  await openingStep(trx, WRITTEN_LIST_ENTRY, dependencies, {
    key: made.id,
    part: "OFFICER",
    basis: BASIS(),
    inputHash,
  });
  return taken;
};
