/** How drafts of matters are written: officers of the agency write, somebody else there reviews, its publisher publishes. Pure. */
import { ofAgency } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import {
  PUBLISHING,
  type EditorialEvent,
  type EditorialGuardFacts,
  type EditorialStatus,
} from "../matter/matter.machine.js";
import { WHOSE_DRAFT } from "../matter-draft/matter-draft.policy.js";

/** Drafts of an agency, for those who serve it. */
export const OF_DRAFTING_AGENCY = ofAgency("dept_uscc");

/** Drafts of matters, as writes know them. */
export const WRITTEN_DRAFT: Written<
  EditorialStatus,
  EditorialEvent,
  EditorialGuardFacts,
  "dept_uscc" | "division_code"
> = {
  kind: "MatterDraft",
  table: "matter_drafts",
  key: "id",
  machine: PUBLISHING,
  whose: WHOSE_DRAFT,
  parts: { OFFICER: OF_DRAFTING_AGENCY, PUBLISHER: OF_DRAFTING_AGENCY },
};
