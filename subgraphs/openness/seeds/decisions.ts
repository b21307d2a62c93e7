/** Records of the demonstration's decisions with their steps, consultations and opinions. */
import type { Knex } from "knex";
import { insertRecords, type NewOf } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { CONSULTATION_TOPICS, DECISION_CONSULTATIONS } from "../decision-consultation/decision-consultation.rows.js";
import { DECISIONS, DECISION_STEPS } from "../decision/decision.rows.js";
import { OPINIONS } from "../opinion/opinion.rows.js";
import type { DocumentRecords } from "./documents.js";
import { drawnDecisions } from "./drawn-decisions.js";
import { goldenDecisions } from "./golden-decisions.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";
import type { PlannedDecision } from "./planned-decision.js";

/** Their tables. */
export const DECISION_TABLES = "opinions, consultation_topics, decision_consultations, decision_steps, decisions";

const ownerOf = ({ organiser }: PlannedDecision) => ({
  organiserUscc: organiser.uscc!,
  divisionCode: organiser.divisionCode.slice(0, 6),
});

/** The decision's own record. */
const recordOf = (planned: PlannedDecision): NewOf<typeof DECISIONS> => {
  const { organiser, id, title, kind, stage, draft, explanation, basisIds, fundPolicyCodes, adoptedIndexNo } = planned;
  const { proposedOn, openedOn, decidedOn, publishedOn } = planned;
  return {
    ...{ id, title, kind, stage, draft, explanation, basisIds, fundPolicyCodes, adoptedIndexNo },
    ...{ proposedOn, openedOn, decidedOn, publishedOn, organiserId: organiser.id, ...ownerOf(planned) },
  };
};

/** A consultation with its topics and their opinions; each opinion is numbered within its decision. */
const consultationOf = (decision: PlannedDecision) => {
  const { id: decisionId, consultation } = decision;
  if (consultation === undefined) return { consultations: [], topics: [], opinions: [] };
  const { topics, ...stored } = consultation;
  const keyed = topics.map(({ name, opinions }, index) => ({
    ...{ id: `${decisionId}-${index + 1}`, decisionId, position: index + 1, name, opinions },
  }));
  return {
    consultations: [{ ...stored, ...ownerOf(decision), decisionId }],
    topics: keyed.map(({ id, position, name }) => ({ id, decisionId, position, name })),
    opinions: keyed.flatMap(({ id: topicId, opinions }) =>
      opinions.map((opinion, index) => ({
        ...{ reason: undefined, answeredOn: undefined, ...opinion, ...ownerOf(decision) },
        ...{ id: `YJ${topicId.slice(2)}-${index + 1}`, decisionId, topicId },
      })),
    ),
  };
};

/** Fills the tables. */
export const seedDecisions = async (db: Knex, world: DemonstrationWorld, records: DocumentRecords): Promise<void> => {
  const organiser = world.organizations.find(({ uscc }) => uscc === GOLDEN_ISSUER)!;
  const goldenDocument = (createdOn: string): string =>
    records.documents.find((document) => document.issuerUscc === GOLDEN_ISSUER && document.createdOn === createdOn)!
      .indexNo;
  const decisions = [
    ...goldenDecisions({ organiser, world, indexNoOf: goldenDocument }),
    ...drawnDecisions(world, records),
  ];
  await insertRecords(db, DECISIONS, decisions.map(recordOf));
  await insertRecords(
    db,
    DECISION_STEPS,
    decisions.flatMap(({ id, steps }) => steps.map((step) => ({ ...step, decisionId: id }))),
  );
  const asked = decisions.map(consultationOf);
  await insertRecords(
    db,
    DECISION_CONSULTATIONS,
    asked.flatMap(({ consultations }) => consultations),
  );
  await insertRecords(
    db,
    CONSULTATION_TOPICS,
    asked.flatMap(({ topics }) => topics),
  );
  await insertRecords(
    db,
    OPINIONS,
    asked.flatMap(({ opinions }) => opinions),
  );
};
