/** A decision of the demonstration with all that belongs to it, before it is divided into records. */
import type { NewOf } from "../../../platform/database/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import type { DemonstrationOrganization } from "../../demonstration.js";
import type { DECISION_CONSULTATIONS } from "../decision-consultation/decision-consultation.rows.js";
import type { DECISIONS, DECISION_STEPS } from "../decision/decision.rows.js";
import type { OpinionAuthor, OpinionOutcome } from "../opinion/opinion.enums.js";

/** An opinion: whose, when, and what became of it. */
export interface PlannedOpinion {
  readonly subject: string;
  readonly authorKind: OpinionAuthor;
  readonly text: string;
  readonly givenOn: LocalDate;
  readonly outcome: OpinionOutcome;
  readonly reason?: string | undefined;
  readonly answeredOn?: LocalDate | undefined;
}

/** How the public was asked, with the opinions by topic. */
export interface PlannedConsultation extends Omit<
  NewOf<typeof DECISION_CONSULTATIONS>,
  "decisionId" | "organiserUscc" | "divisionCode"
> {
  readonly topics: readonly { readonly name: string; readonly opinions: readonly PlannedOpinion[] }[];
}

/** A decision. */
export interface PlannedDecision extends Omit<
  NewOf<typeof DECISIONS>,
  "organiserId" | "organiserUscc" | "divisionCode" | "version"
> {
  readonly organiser: DemonstrationOrganization;
  readonly steps: readonly Omit<NewOf<typeof DECISION_STEPS>, "decisionId">[];
  readonly consultation?: PlannedConsultation | undefined;
}

/** What a decision has where nothing is said of it. */
export const NOTHING_YET = {
  ...{ openedOn: undefined, draft: undefined, explanation: undefined, decidedOn: undefined },
  ...{ publishedOn: undefined, adoptedIndexNo: undefined, basisIds: [] as string[], fundPolicyCodes: [] as string[] },
} as const;
