/** How decisions are written: an officer of the organiser publishes them. Pure. */
import { ofAgency } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import type { DecisionStage } from "../decision/decision.enums.js";
import { DECISION, type DecisionEvent, type DecisionGuardFacts } from "../decision/decision.machine.js";
import { WHOSE_DECISION } from "../decision/decision.policy.js";

type DecisionColumn = "organiser_uscc" | "division_code" | "opened_on" | "today";

/** Decisions, as writes know them. */
export const WRITTEN_DECISION: Written<DecisionStage, DecisionEvent, DecisionGuardFacts, DecisionColumn> = {
  kind: "Decision",
  table: "decisions",
  key: "id",
  machine: DECISION,
  whose: WHOSE_DECISION,
  parts: { OFFICER: ofAgency("organiser_uscc") },
};
