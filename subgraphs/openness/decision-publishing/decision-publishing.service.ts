/** The write that publishes a decision for one request: nothing is published with a statutory step missing. */
import { toSet } from "../../../platform/database/index.js";
import { localDateOf, type LocalDate } from "../../../platform/domain/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  allowedActions,
  checkPublishable,
  createHistories,
  lockRecord,
  runWrite,
  takeStep,
  type RecordedTransition,
} from "../../../platform/write/index.js";
import type { OpennessServices } from "../context.js";
import { StepState } from "../decision/decision.enums.js";
import { missingSteps } from "../decision/decision.js";
import { findSteps } from "../decision/decision.repository.js";
import { DECISIONS } from "../decision/decision.rows.js";
import type { Decision } from "../decision/decision.type.js";
import { DecisionAction } from "./decision-action.js";
import type { PublishDecisionInput } from "./decision-publishing.input.js";
import { WRITTEN_DECISION } from "./decision-publishing.policy.js";
import { publicDocumentOf } from "./decision-publishing.repository.js";
import type { DecisionPayload } from "./decision-publishing.type.js";

/** Writes of decisions. */
export interface DecisionPublishingService {
  /** Throws what `runWrite`, `lockRecord` and `takeStep` throw: RULE_VIOLATION with the names of the missing steps, or without a public document of the organiser, or (PERSONAL_DATA) with a person in its texts. */
  publish(input: PublishDecisionInput): Promise<DecisionPayload>;
  allowedActions(decision: Decision): Promise<DecisionAction[]>;
  history(id: string): Promise<RecordedTransition[]>;
}

/** What was not opened to the public before is public from its publication on. */
const openedBy = (openedOn: unknown, today: LocalDate): LocalDate =>
  typeof openedOn === "string" && openedOn <= today ? openedOn : today;

const textOr = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** Creates the service for one request. */
export const createDecisionPublishing = (
  dependencies: ServiceDependencies,
  services: OpennessServices,
): DecisionPublishingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_DECISION);
  return {
    async publish(input) {
      const { decisionId, expectedVersion, indexNo } = input;
      const { key } = await runWrite(dependencies, {
        verb: "publishDecision",
        input,
        async change(trx, inputHash) {
          const row = await lockRecord(trx, WRITTEN_DECISION, dependencies, { key: decisionId, expectedVersion });
          const document = await publicDocumentOf(trx, { indexNo, organiser: row["organiser_uscc"], day: today });
          const missing = missingSteps(await findSteps(trx, [decisionId]), today);
          const taken = await takeStep(trx, WRITTEN_DECISION, dependencies, {
            ...{ row, event: "PUBLISH", inputHash },
            set: {
              ...toSet(DECISIONS, { publishedOn: today, adoptedIndexNo: document }),
              opened_on: openedBy(row["opened_on"], today),
            },
            facts: { missing, ...(document === undefined ? {} : { document }) },
          });
          // What stands in its texts is told to whoever may publish it alone.
          for (const argument of ["title", "draft", "explanation"])
            checkPublishable(argument, textOr(row[argument]), { today });
          return taken;
        },
      });
      const decision = await services.decisions.findAnew(key);
      return decision === undefined ? {} : { decision };
    },
    async allowedActions({ id, stage: state, organiserUscc, divisionCode, openedOn }) {
      const steps = await services.decisions.steps(id);
      const missing = steps.filter((step) => step.state === StepState.MISSING).map(({ step }) => step);
      const row = { organiser_uscc: organiserUscc, division_code: divisionCode, opened_on: openedOn ?? null };
      const standing = { row, state, facts: { missing, document: "-" } };
      return allowedActions(DecisionAction, WRITTEN_DECISION, { viewer, today }, standing);
    },
    history: (id) => histories.load(id),
  };
};
