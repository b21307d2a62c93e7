/** How batches and objections to their rosters are written: which machine, which parts, and from what the state of a batch follows. */
import type { LocalDate } from "../../../platform/domain/index.js";
import type { Written } from "../../../platform/write/index.js";
import { SUBSIDY, type SubsidyEvent, type SubsidyGuardFacts, type SubsidyState } from "../subsidy/subsidy.machine.js";
import { subsidyState } from "../subsidy/subsidy.status.js";
import {
  ROSTER_OBJECTION,
  type RosterObjectionEvent,
  type RosterObjectionFacts,
  type RosterObjectionState,
} from "./roster-objection.machine.js";
import { OF_FINANCE, OF_OBJECTOR, OF_SCHEME, WHOSE_BATCH, WHOSE_ROSTER_OBJECTION } from "./subsidy-handling.policy.js";
import { readBatch } from "./subsidy-handling.repository.js";

/** Days from which the state of a batch follows. */
export interface BatchDays {
  readonly publicity_from: LocalDate;
  readonly publicity_to: LocalDate;
  readonly town_reviewed_on: LocalDate | null;
  readonly paid_on: LocalDate | null;
}

/** State of a batch on a day, its lines that came back apart. */
export const batchState = (row: BatchDays, today: LocalDate): SubsidyState =>
  subsidyState(
    {
      publicityFrom: row.publicity_from,
      publicityTo: row.publicity_to,
      ...(row.town_reviewed_on === null ? {} : { townReviewedOn: row.town_reviewed_on }),
      ...(row.paid_on === null ? {} : { paidOn: row.paid_on }),
    },
    today,
  );

type BatchColumn = "agency_uscc" | "village_code" | "receiver_uscc" | "bank_uscc";

/** How batches are written by one of the two. */
export type WrittenBatch = Written<SubsidyState, SubsidyEvent, SubsidyGuardFacts, BatchColumn>;

const ALIKE = {
  kind: "SubsidyBatch",
  table: "subsidy_batches",
  key: "batch_no",
  machine: SUBSIDY,
  whose: WHOSE_BATCH,
  read: readBatch,
  stateOf: batchState,
} as const;

/** By the scheme's agency and its publishers. */
export const WRITTEN_BY_SCHEME: WrittenBatch = { ...ALIKE, parts: { OFFICER: OF_SCHEME, PUBLISHER: OF_SCHEME } };

/** By the finance department that pays. */
export const WRITTEN_BY_FINANCE: WrittenBatch = { ...ALIKE, parts: { OFFICER: OF_FINANCE } };

/** Objections, as writes know them. */
export const WRITTEN_OBJECTION: Written<
  RosterObjectionState,
  RosterObjectionEvent,
  RosterObjectionFacts,
  "subject" | "agency_uscc" | "division_code"
> = {
  kind: "RosterObjection",
  table: "roster_objections",
  key: "objection_no",
  machine: ROSTER_OBJECTION,
  whose: WHOSE_ROSTER_OBJECTION,
  parts: { SUBJECT: OF_OBJECTOR, OFFICER: OF_SCHEME },
};
