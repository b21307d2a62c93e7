/** The machine of a project (L20): library, approval, publicity, work, acceptance, public notice, evaluation, file. Pure. */
import { basisOfLimit, limitRule } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates, followers, isStated, type Guard } from "../../../platform/machine/index.js";

/** State of a project. */
export enum FundProjectState {
  IN_LIBRARY = "IN_LIBRARY",
  APPROVED = "APPROVED",
  IN_PUBLICITY = "IN_PUBLICITY",
  STARTED = "STARTED",
  ACCEPTED = "ACCEPTED",
  PUBLIC_NOTICE_GIVEN = "PUBLIC_NOTICE_GIVEN",
  EVALUATED = "EVALUATED",
  ARCHIVED = "ARCHIVED",
}

/** What happens to a project. */
export type FundProjectEvent =
  | "APPROVE"
  | "OPEN_PUBLICITY"
  | "START"
  | "ACCEPT"
  | "GIVE_PUBLIC_NOTICE"
  | "SELF_EVALUATE"
  | "EVALUATE"
  | "PUBLISH_EVALUATION"
  | "ARCHIVE";

/** What its guards look at: what is there when the state is entered, and who enters it. */
export interface FundProjectGuardFacts {
  /** True where feasibility and the way in which households benefit were reviewed. */
  readonly reviewed: boolean;
  readonly moneyAssigned: boolean;
  /** Days of publicity (公示) at township and village. */
  readonly publicityDays: number;
  /** True where the last day of publicity is past. */
  readonly publicityOver: boolean;
  readonly contractNo?: string;
  /** True where the responsible unit accepted it. */
  readonly accepted: boolean;
  readonly publicNoticeGiven: boolean;
  /** True where each target has its score. */
  readonly performanceEvaluated: boolean;
  /** True where the unit evaluated itself before. */
  readonly selfEvaluated: boolean;
  /** True where an evaluation waits for its publication. */
  readonly evaluationPending: boolean;
  readonly fileComplete: boolean;
  /** True where whoever decides serves the unit that carries it out. */
  readonly isParty: boolean;
}

const BASIS = basisOfLimit("L20");
const { IN_LIBRARY, APPROVED, IN_PUBLICITY, STARTED, ACCEPTED, PUBLIC_NOTICE_GIVEN, EVALUATED, ARCHIVED } =
  FundProjectState;

/** Nobody judges their own work: a finance department leaves its own projects to the supervisor. */
const NO_PARTY: Guard<FundProjectGuardFacts> = {
  reason: "OWN_CAUSE",
  en: "somebody who is no party: a department that carries it out itself leaves it to the supervisor",
  holds: ({ isParty }) => !isParty,
};

const EVALUATED_BY_TARGETS: Guard<FundProjectGuardFacts> = {
  reason: "EVALUATION_NEEDED",
  en: "performance evaluated",
  holds: ({ performanceEvaluated }) => performanceEvaluated,
};

/** Who decides: the finance department, of its own projects the supervisor of the division. */
const DECIDERS = ["OFFICER", "SUPERVISOR"] as const;

/** Life of a project; what a guard names is there when the state is entered. */
export const FUND_PROJECT = defineMachine<FundProjectState, FundProjectEvent, FundProjectGuardFacts>({
  name: "FundProjectState",
  title: "Project 项目",
  states: {
    IN_LIBRARY: { zh: "入库", en: "In the project library" },
    APPROVED: { zh: "批复", en: "Approved" },
    IN_PUBLICITY: { zh: "公示", en: "In publicity before it begins" },
    STARTED: { zh: "实施", en: "Being carried out" },
    ACCEPTED: { zh: "验收", en: "Accepted after completion" },
    PUBLIC_NOTICE_GIVEN: { zh: "公告", en: "Public notice of the result given" },
    EVALUATED: { zh: "绩效评价", en: "Performance evaluated" },
    ARCHIVED: { zh: "归档", en: "Filed", terminal: true },
  },
  initial: IN_LIBRARY,
  transitions: [
    {
      event: "APPROVE",
      from: [IN_LIBRARY],
      to: APPROVED,
      actors: DECIDERS,
      guards: [
        NO_PARTY,
        {
          reason: "REVIEW_NEEDED",
          en: "feasibility and benefit mechanism reviewed",
          holds: ({ reviewed }) => reviewed,
        },
        { reason: "MONEY_NEEDED", en: "money assigned to it", holds: ({ moneyAssigned }) => moneyAssigned },
      ],
      basis: BASIS,
    },
    {
      event: "OPEN_PUBLICITY",
      from: [APPROVED],
      to: IN_PUBLICITY,
      actors: ["PUBLISHER"],
      guards: [
        {
          reason: "PUBLICITY_TOO_SHORT",
          en: "publicity beforehand at township and village, for the days of L20-PUBLICITY at least",
          holds: ({ publicityDays }) => publicityDays >= limitRule("L20-PUBLICITY").amount,
        },
      ],
      basis: BASIS,
      limit: "L20",
    },
    {
      event: "START",
      from: [IN_PUBLICITY],
      to: STARTED,
      actors: ["OFFICER"],
      guards: [
        {
          reason: "PUBLICITY_RUNS",
          en: "the last day of publicity is past",
          holds: ({ publicityOver }) => publicityOver,
        },
        {
          reason: "CONTRACT_NEEDED",
          en: "contract with the contractor",
          holds: ({ contractNo }) => isStated(contractNo),
        },
      ],
      basis: BASIS,
    },
    {
      event: "ACCEPT",
      from: [STARTED],
      to: ACCEPTED,
      actors: DECIDERS,
      guards: [
        NO_PARTY,
        { reason: "ACCEPTANCE_NEEDED", en: "acceptance by the responsible unit", holds: ({ accepted }) => accepted },
      ],
      basis: BASIS,
      sets: ["acceptedOn"],
    },
    {
      event: "GIVE_PUBLIC_NOTICE",
      from: [ACCEPTED],
      to: PUBLIC_NOTICE_GIVEN,
      actors: ["PUBLISHER"],
      guards: [
        {
          reason: "PUBLIC_NOTICE_NEEDED",
          en: "public notice of the result",
          holds: ({ publicNoticeGiven }) => publicNoticeGiven,
        },
      ],
      basis: BASIS,
    },
    {
      event: "SELF_EVALUATE",
      from: [PUBLIC_NOTICE_GIVEN],
      to: PUBLIC_NOTICE_GIVEN,
      actors: ["OFFICER"],
      guards: [
        EVALUATED_BY_TARGETS,
        {
          reason: "SELF_EVALUATED_BEFORE",
          en: "the first evaluation by the unit itself",
          holds: ({ selfEvaluated }) => !selfEvaluated,
        },
      ],
      basis: BASIS,
    },
    {
      event: "EVALUATE",
      from: [PUBLIC_NOTICE_GIVEN],
      to: EVALUATED,
      actors: DECIDERS,
      guards: [
        NO_PARTY,
        EVALUATED_BY_TARGETS,
        {
          reason: "SELF_EVALUATION_NEEDED",
          en: "the unit evaluated itself before",
          holds: ({ selfEvaluated }) => selfEvaluated,
        },
      ],
      basis: BASIS,
    },
    {
      event: "PUBLISH_EVALUATION",
      from: [EVALUATED],
      to: EVALUATED,
      actors: ["PUBLISHER"],
      guards: [
        {
          reason: "NOTHING_TO_PUBLISH",
          en: "an evaluation that is not published yet",
          holds: ({ evaluationPending }) => evaluationPending,
        },
      ],
      basis: BASIS,
    },
    {
      event: "ARCHIVE",
      from: [EVALUATED],
      to: ARCHIVED,
      actors: ["OFFICER"],
      guards: [{ reason: "FILE_INCOMPLETE", en: "file complete", holds: ({ fileComplete }) => fileComplete }],
      basis: BASIS,
    },
  ],
});

describeEnum(FundProjectState, FUND_PROJECT.name, "State of a project (项目状态).", describedStates(FUND_PROJECT));

/** The states that may follow. */
export const nextStates = (state: FundProjectState): readonly FundProjectState[] => followers(FUND_PROJECT, state);

/** True where the state is reached or passed: for what a project of that state must have. */
export const hasReached = (state: FundProjectState, milestone: FundProjectState): boolean => {
  const order = Object.values(FundProjectState);
  return order.indexOf(state) >= order.indexOf(milestone);
};
