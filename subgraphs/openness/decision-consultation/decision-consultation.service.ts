/** Finds consultations on decisions for one viewer, with topics and the numbers of opinions. */
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  createParentPages,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { OpinionOutcome } from "../opinion/opinion.enums.js";
import { isOpenOn, isTooShort, leastClosesOn } from "./decision-consultation.js";
import {
  countOpinions,
  findConsultations,
  findTopics,
  openInDivision,
  type OutcomeCount,
} from "./decision-consultation.repository.js";
import { DECISION_CONSULTATIONS, type DecisionConsultationRow } from "./decision-consultation.rows.js";
import type { ConsultationTopic, DecisionConsultation, OpinionAdoption } from "./decision-consultation.type.js";

/** A consultation with what its organiser said of the opinions. */
export interface StoredConsultation extends DecisionConsultation {
  readonly summary?: string;
  readonly summarisedOn?: string;
}

/** Service of consultations on decisions. */
export interface DecisionConsultationService {
  find(decisionId: string): Promise<StoredConsultation | undefined>;
  /** Those that are open on the day of the request in the division and below it. */
  listOpenOfDivision(code: string, page: PageArgs): Promise<Page<DecisionConsultation>>;
  topics(decisionId: string): Promise<ConsultationTopic[]>;
  opinionCount(decisionId: string): Promise<number>;
  opinionCountOfTopic(topicId: string): Promise<number>;
  adoption(consultation: StoredConsultation): Promise<OpinionAdoption>;
}

const FIRST_TO_CLOSE = [
  { column: "closes_on", direction: "asc" },
  { column: "decision_id", direction: "asc" },
] as const;

/** The consultation of a row on the day: what is said of opinions later has not been said yet. */
const toConsultation =
  (day: string) =>
  (row: DecisionConsultationRow): StoredConsultation => {
    const { summary, summarisedOn, ...consultation } = DECISION_CONSULTATIONS.toRecord(row);
    return {
      ...consultation,
      ...(summary !== undefined && summarisedOn !== undefined && summarisedOn <= day ? { summary, summarisedOn } : {}),
      leastClosesOn: leastClosesOn(consultation.opensOn),
      tooShort: isTooShort(consultation),
      open: isOpenOn(consultation, day),
    };
  };

const sum = (counts: readonly OutcomeCount[], ...outcomes: readonly OpinionOutcome[]): number =>
  counts.filter(({ outcome }) => outcomes.includes(outcome)).reduce((total, { count }) => total + count, 0);

/** Creates the service for one request. */
export const createDecisionConsultationService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): DecisionConsultationService => {
  const day = localDateOf(asOf);
  const asked = { viewer, day };
  const toNode = toConsultation(day);
  const byDecision = createKeyLoader(
    async (ids) => (await findConsultations(db, asked, ids)).map(toNode),
    ({ decisionId }) => decisionId,
  );
  const topics = createGroupLoader(
    (ids) => findTopics(db, ids),
    ({ decisionId }) => decisionId,
  );
  const counts = createGroupLoader(
    (ids) => countOpinions(db, "decision_id", ids),
    ({ key }) => key,
  );
  const topicCounts = createGroupLoader(
    (ids) => countOpinions(db, "topic_id", ids),
    ({ key }) => key,
  );
  const ofDivision = createParentPages<object, DecisionConsultationRow, DecisionConsultation>(db, (filter) => ({
    orderBy: FIRST_TO_CLOSE,
    ordering: "decisionConsultations:open",
    filter,
    cursors,
    toNode,
    query: (prefix) => openInDivision(db, asked, prefix),
  }));
  const all = Object.values(OpinionOutcome);
  return {
    find: (decisionId) => byDecision.load(decisionId),
    listOpenOfDivision: (code, page) => ofDivision.load(divisionPrefix(code), {}, page),
    topics: (decisionId) => topics.load(decisionId),
    opinionCount: async (decisionId) => sum(await counts.load(decisionId), ...all),
    opinionCountOfTopic: async (topicId) => sum(await topicCounts.load(topicId), ...all),
    async adoption({ decisionId, summary, summarisedOn }) {
      const found = await counts.load(decisionId);
      return {
        adopted: sum(found, OpinionOutcome.ADOPTED),
        partly: sum(found, OpinionOutcome.PARTLY_ADOPTED),
        notAdopted: sum(found, OpinionOutcome.NOT_ADOPTED),
        pending: sum(found, OpinionOutcome.PENDING),
        ...(summary === undefined || summarisedOn === undefined ? {} : { summary, summarisedOn }),
      };
    },
  };
};
