/** Decisions of other bodies of the demonstration: each ended in a document that they issued. */
import { addDays, type LocalDate } from "../../../platform/domain/index.js";
import { workdayFrom } from "../../demonstration-days.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { DecisionKind, DecisionStage, StatutoryStep } from "../decision/decision.enums.js";
import { OpinionAuthor, OpinionOutcome } from "../opinion/opinion.enums.js";
import { taken } from "./decision-steps.js";
import type { DocumentRecords } from "./documents.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";
import type { PlannedDecision, PlannedOpinion } from "./planned-decision.js";

/** How many there are, in either scale. */
const COUNT = 12;

type Draw = () => number;
type Issued = DocumentRecords["documents"][number];

const TEXTS = [
  "建议把办理时限写清楚。",
  "希望简化材料，能共享的不再提交。",
  "建议增加监督电话。",
  "过渡期太短，建议延长半年。",
  "收费标准应当一并公布。",
  "建议取消第三条的限制。",
] as const;

const REASONS: Readonly<Record<OpinionOutcome, string | undefined>> = {
  PENDING: undefined,
  ADOPTED: undefined,
  PARTLY_ADOPTED: "已吸收可行部分。",
  NOT_ADOPTED: "与上位法不一致。",
};

const outcomeOf = (drawn: number): OpinionOutcome =>
  drawn < 0.45 ? OpinionOutcome.ADOPTED : drawn < 0.7 ? OpinionOutcome.PARTLY_ADOPTED : OpinionOutcome.NOT_ADOPTED;

const opinionsOf = (
  world: DemonstrationWorld,
  { opensOn, answeredOn }: { readonly opensOn: LocalDate; readonly answeredOn: LocalDate },
  draw: Draw,
): PlannedOpinion[] =>
  Array.from({ length: 1 + Math.floor(draw() * 4) }, () => {
    const outcome = outcomeOf(draw());
    return {
      ...{ outcome, answeredOn, reason: REASONS[outcome], authorKind: OpinionAuthor.PERSON },
      subject: world.persons[Math.floor(draw() * world.persons.length)]!.hash,
      text: TEXTS[Math.floor(draw() * TEXTS.length)]!,
      givenOn: addDays(opensOn, Math.floor(draw() * 30)),
    };
  });

const decisionOf = (world: DemonstrationWorld, document: Issued, number: number, draw: Draw): PlannedDecision => {
  const before = (days: number): LocalDate => workdayFrom(addDays(document.createdOn, -days));
  const [opensOn, summarisedOn, decidedOn] = [before(125), before(70), before(14)];
  const year = decidedOn.slice(0, 4);
  const topic = (name: string) => ({ name, opinions: opinionsOf(world, { opensOn, answeredOn: summarisedOn }, draw) });
  return {
    organiser: world.organizations.find(({ id }) => id === document.issuerId)!,
    id: `JC${document.divisionCode}-${year}-1${String(number).padStart(2, "0")}`,
    title: `制定《${document.title}》`,
    kind: DecisionKind.PUBLIC_POLICY,
    stage: year < "2022" ? DecisionStage.EVALUATED : DecisionStage.PUBLISHED,
    ...{ proposedOn: before(150), openedOn: opensOn, decidedOn, publishedOn: document.publishedOn },
    ...{ draft: document.body, explanation: "依据上位法制定，适用于本行政区域。", adoptedIndexNo: document.indexNo },
    ...{ basisIds: ["MAJOR-DECISIONS-2019-03"], fundPolicyCodes: [] },
    steps: [
      taken(StatutoryStep.PUBLIC_PARTICIPATION, summarisedOn),
      taken(StatutoryStep.EXPERT_ARGUMENT, before(60)),
      taken(StatutoryStep.RISK_ASSESSMENT, before(50)),
      taken(StatutoryStep.LEGALITY_REVIEW, before(35)),
      taken(StatutoryStep.COLLECTIVE_DISCUSSION, decidedOn),
    ],
    consultation: {
      ...{ opensOn, closesOn: addDays(opensOn, 30 + Math.floor(draw() * 6)), shortenedBecause: undefined },
      ...{ channel: "政府网站、信函", summary: "意见采纳情况已逐件公布。", summarisedOn },
      topics: [topic("主要内容"), topic("施行安排")],
    },
  };
};

/** Decisions that ended in normative documents issued under the regulation of 2019, spread evenly over the years. */
export const drawnDecisions = (world: DemonstrationWorld, { documents }: DocumentRecords): PlannedDecision[] => {
  const draw = world.random("openness.decisions");
  const fitting = documents
    .filter(
      ({ normative, publishedOn, createdOn, issuerUscc }) =>
        normative && publishedOn !== undefined && createdOn >= "2020-03-01" && issuerUscc !== GOLDEN_ISSUER,
    )
    .sort((one, other) => (one.createdOn + one.indexNo < other.createdOn + other.indexNo ? -1 : 1));
  const every = Math.max(1, Math.floor(fitting.length / COUNT));
  return fitting
    .filter((_document, index) => index % every === 0)
    .slice(0, COUNT)
    .map((document, index) => decisionOf(world, document, index, draw));
};
