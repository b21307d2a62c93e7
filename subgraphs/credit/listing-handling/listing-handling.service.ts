/** Writes of cases of listing for one request: each verb is a step of the machine, answered with the case as it is then. */
import { localDateOf } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { checkStated, createHistories, runWrite, type RecordedTransition } from "../../../platform/write/index.js";
import type { CreditServices } from "../context.js";
import type { ListingCase } from "../listing-case/listing-case.type.js";
import { allowedListingActions } from "./listing-allowed.js";
import { ListingOutcome, type ListingAction } from "./listing-handling.enums.js";
import type { DecideListingInput, DefendListingInput, GiveListingNoticeInput } from "./listing-handling.input.js";
import { findStanding, type Place } from "./listing-handling.repository.js";
import type { ListingPayload } from "./listing-handling.type.js";
import { giveNotice, takeListingStep, type ListingStepAsked } from "./listing-step.js";
import { WRITTEN_LISTING } from "./written-listing.js";

/** Writes of cases of listing. Each throws what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface ListingHandlingService {
  giveNotice(input: GiveListingNoticeInput): Promise<ListingPayload>;
  defend(input: DefendListingInput): Promise<ListingPayload>;
  decide(input: DecideListingInput): Promise<ListingPayload>;
  /** What the viewer may do with the case now. */
  allowedActions(listingCase: ListingCase): Promise<ListingAction[]>;
  /** What happened to the case, oldest first. */
  history(no: string): Promise<RecordedTransition[]>;
}

/** A body and a list as a key, and back; an id has no blank. */
const keyOf = ({ counterparty_id: id, list }: Place): string => `${id} ${list}`;
const placeOf = (key: string): Place => {
  const end = key.indexOf(" ");
  return { counterparty_id: key.slice(0, end), list: key.slice(end + 1) };
};

/** What a decision does. Throws BAD_USER_INPUT for a last day that is not to come. */
const decision = (input: DecideListingInput, today: string): ListingStepAsked => {
  const { outcome, reasons, remedy, decisionDocNo, expiresOn } = input;
  const set = { decidedOn: today, decision: reasons };
  if (outcome === ListingOutcome.NOT_LISTED) return { event: "DROP", facts: { reasons }, set, reason: reasons };
  if (expiresOn != null && expiresOn <= today) throw badInput("expiresOn", "DAY_PAST", "expiresOn is to come.");
  const told = { ...(remedy == null ? {} : { remedy }), ...(decisionDocNo == null ? {} : { decisionDocNo }) };
  return {
    event: "LIST",
    facts: { reasons, ...told },
    set: { ...set, ...told },
    reason: reasons,
    entry: { decisionDocNo: decisionDocNo ?? "", expiresOn: expiresOn ?? undefined },
  };
};

/** Creates the service for one request. */
export const createListingHandlingService = (
  dependencies: ServiceDependencies,
  services: CreditServices,
): ListingHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_LISTING);
  const standing = createKeyLoader((keys) => findStanding(db, keys.map(placeOf), today), keyOf);
  /** What the verb answers: the case, read as any reader would. */
  const payload = async (no: string): Promise<ListingPayload> => {
    const listingCase = await services.listingCases.findAnew(no);
    return listingCase === undefined ? {} : { listingCase };
  };
  const step = async (
    verb: string,
    input: DefendListingInput | DecideListingInput,
    asked: () => ListingStepAsked,
  ): Promise<ListingPayload> => {
    const { key } = await runWrite(dependencies, {
      verb,
      input,
      change: (trx, inputHash) => takeListingStep(trx, dependencies, input, inputHash, asked()),
    });
    return payload(key);
  };
  return {
    async giveNotice(input) {
      const { key } = await runWrite(dependencies, {
        verb: "giveListingNotice",
        input,
        change: (trx, inputHash) => giveNotice(trx, dependencies, input, inputHash),
      });
      return payload(key);
    },
    defend(input) {
      const { statement } = input;
      checkStated("statement", statement);
      return step("defendListing", input, () => ({ event: "DEFEND", set: { statement, statedOn: today } }));
    },
    decide: (input) => step("decideListing", input, () => decision(input, today)),
    async allowedActions(listingCase) {
      const { subjectId, list = "" } = listingCase;
      const onList = (await standing.load(keyOf({ counterparty_id: subjectId, list }))) !== undefined;
      return allowedListingActions(listingCase, viewer, { today, onList });
    },
    history: (no) => histories.load(no),
  };
};
