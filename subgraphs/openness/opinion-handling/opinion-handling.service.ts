/** Writes of opinions for one request: given while the consultation is open, answered by the organiser. */
import { toSet } from "../../../platform/database/index.js";
import { basisOfLimit, localDateOf, withoutPersons } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  actingSubject,
  allowedActions,
  checkPublishable,
  checkStated,
  createHistories,
  lockRecord,
  openingStep,
  runWrite,
  takeStep,
  type RecordedTransition,
} from "../../../platform/write/index.js";
import type { OpennessServices } from "../context.js";
import { COMMENT_LIMIT } from "../decision-consultation/decision-consultation.js";
import type { StoredConsultation } from "../decision-consultation/decision-consultation.service.js";
import { OpinionAuthor, OpinionOutcome } from "../opinion/opinion.enums.js";
import { OPINIONS } from "../opinion/opinion.rows.js";
import type { Opinion } from "../opinion/opinion.type.js";
import { OpinionAction } from "./opinion-action.js";
import type { AnswerOpinionInput, SubmitOpinionInput } from "./opinion-handling.input.js";
import { WRITTEN_OPINION } from "./opinion-handling.policy.js";
import { countOfAuthor, findAskedTopic, insertOpinion, type AskedTopic } from "./opinion-handling.repository.js";
import type { OpinionPayload } from "./opinion-handling.type.js";

/** Most opinions of one author on one decision. */
export const MOST_OPINIONS = 20;

/** Most names that an answer blots out. */
const MOST_NAMES = 20;

/** Writes of opinions. Each throws what `runWrite`, `lockRecord` and `takeStep` throw, and BAD_USER_INPUT for a text without words. */
export interface OpinionHandlingService {
  /** Throws NOT_FOUND for a topic that the viewer may not know of, RULE_VIOLATION outside the consultation's days (CONSULTATION_CLOSED) and after twenty opinions (OPINIONS_FULL). */
  submit(input: SubmitOpinionInput): Promise<OpinionPayload>;
  /** Throws BAD_USER_INPUT for more than twenty names, RULE_VIOLATION (PERSONAL_DATA) where a person stands in opinion or reason still. */
  answer(input: AnswerOpinionInput): Promise<OpinionPayload>;
  allowedActions(opinion: Opinion): OpinionAction[];
  /** Without a word of who gave it. */
  history(id: string): Promise<RecordedTransition[]>;
}

/** The author's pseudonym is that of all their records, and an agency knows whose some of those are: it is shown to nobody. */
const withoutAuthor = (step: RecordedTransition): RecordedTransition =>
  step.part === "SUBJECT" ? { ...step, actor: undefined, agency: undefined } : step;

/** Creates the service for one request. */
export const createOpinionHandling = (
  dependencies: ServiceDependencies,
  services: OpennessServices,
): OpinionHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_OPINION);
  const payload = async (id: string): Promise<OpinionPayload> => {
    const opinion = await services.opinions.findAnew(id);
    return opinion === undefined ? {} : { opinion };
  };
  const refused = (reason: "CONSULTATION_CLOSED" | "OPINIONS_FULL", message: string): ServiceError =>
    new ServiceError("RULE_VIOLATION", message, { reason, basis: basisOfLimit(COMMENT_LIMIT)() });
  /** The topic, while its consultation takes opinions. Throws NOT_FOUND where there is none, RULE_VIOLATION (CONSULTATION_CLOSED) outside its days. */
  const openTopic = (topic: AskedTopic | undefined, consultation: StoredConsultation | undefined): AskedTopic => {
    if (!topic || !consultation) throw new ServiceError("NOT_FOUND");
    if (!consultation.open) throw refused("CONSULTATION_CLOSED", "The consultation takes no opinions now.");
    return topic;
  };

  return {
    async submit(input) {
      const { topicId, text } = input;
      checkStated("text", text);
      const acting = actingSubject(viewer);
      if (!acting) throw new ServiceError("FORBIDDEN");
      const { subject, isBody } = acting;
      const asked = await findAskedTopic(db, topicId);
      const consultation = asked && (await services.decisionConsultations.find(asked.decisionId));
      const { key } = await runWrite(dependencies, {
        verb: "submitOpinion",
        input,
        async change(trx, inputHash) {
          const topic = openTopic(asked, consultation);
          if ((await countOfAuthor(trx, topic.decisionId, subject)) >= MOST_OPINIONS)
            throw refused("OPINIONS_FULL", `One author gives at most ${MOST_OPINIONS} opinions on a decision.`);
          const id = await insertOpinion(trx, {
            ...{ ...topic, topicId, subject, givenOn: today, outcome: OpinionOutcome.PENDING },
            authorKind: isBody ? OpinionAuthor.ORGANIZATION : OpinionAuthor.PERSON,
            text: withoutPersons(text, { natural: true, today }),
            ...{ reason: undefined, answeredOn: undefined },
          });
          const basis = basisOfLimit(COMMENT_LIMIT)();
          return openingStep(trx, WRITTEN_OPINION, dependencies, { key: id, part: "SUBJECT", basis, inputHash });
        },
      });
      return payload(key);
    },
    async answer(input) {
      const { opinionId, expectedVersion, action, reason } = input;
      const names = input.names ?? [];
      if (names.length > MOST_NAMES) throw badInput("names", "MAX", `At most ${MOST_NAMES} names are blotted out.`);
      const told = reason == null ? undefined : withoutPersons(reason, { today, names });
      const { key } = await runWrite(dependencies, {
        verb: "answerOpinion",
        input,
        async change(trx, inputHash) {
          const row = await lockRecord(trx, WRITTEN_OPINION, dependencies, { key: opinionId, expectedVersion });
          const text = withoutPersons(String(row["text"]), { natural: true, today, names });
          const taken = await takeStep(trx, WRITTEN_OPINION, dependencies, {
            ...{ row, inputHash, reason: told },
            event: `${action}`,
            set: toSet(OPINIONS, { answeredOn: today, reason: told, text }),
            facts: told === undefined ? {} : { reasons: told },
          });
          // What stands in it is told to whoever may answer alone.
          checkPublishable("reason", told, { today, names });
          checkPublishable("names", text, { natural: true, today, names });
          return taken;
        },
      });
      return payload(key);
    },
    allowedActions({ outcome: state, subject, organiserUscc, divisionCode, answeredOn }) {
      const row = {
        ...{ subject, organiser_uscc: organiserUscc, division_code: divisionCode },
        answered_on: answeredOn ?? null,
      };
      return allowedActions(OpinionAction, WRITTEN_OPINION, { viewer, today }, { row, state, facts: { reasons: "-" } });
    },
    history: async (id) => (await histories.load(id)).map(withoutAuthor),
  };
};
