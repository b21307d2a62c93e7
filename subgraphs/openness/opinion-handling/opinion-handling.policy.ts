/** How opinions are written: whoever is signed in gives them, an officer of the organiser answers. Pure. */
import { ofAgency } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import type { OpinionOutcome } from "../opinion/opinion.enums.js";
import { OPINION, type OpinionEvent, type OpinionGuardFacts } from "../opinion/opinion.machine.js";
import { OF_AUTHOR, WHOSE_OPINION } from "../opinion/opinion.policy.js";

type OpinionColumn = "subject" | "organiser_uscc" | "division_code" | "answered_on" | "today";

/** Opinions, as writes know them. */
export const WRITTEN_OPINION: Written<OpinionOutcome, OpinionEvent, OpinionGuardFacts, OpinionColumn> = {
  kind: "Opinion",
  table: "opinions",
  key: "id",
  machine: OPINION,
  whose: WHOSE_OPINION,
  parts: { SUBJECT: OF_AUTHOR, OFFICER: ofAgency("organiser_uscc") },
};
