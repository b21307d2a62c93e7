/** How allotments are written: by the department that issued one, and by the one that received it, each its own steps. Pure. */
import { anyOf, ofAgency } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import {
  ALLOTMENT,
  type AllotmentEvent,
  type AllotmentGuardFacts,
  type AllotmentState,
} from "../budget-allotment/budget-allotment.machine.js";
import { WHOSE_ALLOTMENT } from "../budget-allotment/budget-allotment.policy.js";

type AllotmentColumn = "state" | "agency_uscc" | "agency_division" | "receiver_uscc";

/** How allotments are written by one of the two. */
export type WrittenAllotment = Written<AllotmentState, AllotmentEvent, AllotmentGuardFacts, AllotmentColumn>;

const ALIKE = {
  kind: "BudgetAllotment",
  table: "allotments",
  key: "allotment_no",
  machine: ALLOTMENT,
  whose: anyOf<AllotmentColumn>(WHOSE_ALLOTMENT),
} as const;

/** By the department that issued it. */
export const WRITTEN_BY_ISSUER: WrittenAllotment = { ...ALIKE, parts: { OFFICER: ofAgency("agency_uscc") } };

/** By the department that received it. */
export const WRITTEN_BY_RECEIVER: WrittenAllotment = { ...ALIKE, parts: { OFFICER: ofAgency("receiver_uscc") } };
