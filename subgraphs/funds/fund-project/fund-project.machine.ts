/** The machine of a project (L20): library, approval, publicity, work, acceptance, public notice, evaluation, file. Pure. */
import { basisOfLimit } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates, followers } from "../../../platform/machine/index.js";
import { PROJECT_GUARDS, type FundProjectGuardFacts } from "./fund-project.guards.js";

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

const BASIS = basisOfLimit("L20");
const { IN_LIBRARY, APPROVED, IN_PUBLICITY, STARTED, ACCEPTED, PUBLIC_NOTICE_GIVEN, EVALUATED, ARCHIVED } =
  FundProjectState;

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
      guards: [PROJECT_GUARDS.noParty, PROJECT_GUARDS.reviewed, PROJECT_GUARDS.money],
      basis: BASIS,
    },
    {
      event: "OPEN_PUBLICITY",
      from: [APPROVED],
      to: IN_PUBLICITY,
      actors: ["PUBLISHER"],
      guards: [PROJECT_GUARDS.posted],
      basis: BASIS,
      limit: "L20",
    },
    {
      event: "START",
      from: [IN_PUBLICITY],
      to: STARTED,
      actors: ["OFFICER"],
      guards: [PROJECT_GUARDS.publicityOver, PROJECT_GUARDS.contract],
      basis: BASIS,
    },
    {
      event: "ACCEPT",
      from: [STARTED],
      to: ACCEPTED,
      actors: DECIDERS,
      guards: [PROJECT_GUARDS.noParty, PROJECT_GUARDS.accepted],
      basis: BASIS,
      sets: ["acceptedOn"],
    },
    {
      event: "GIVE_PUBLIC_NOTICE",
      from: [ACCEPTED],
      to: PUBLIC_NOTICE_GIVEN,
      actors: ["PUBLISHER"],
      guards: [PROJECT_GUARDS.noticed],
      basis: BASIS,
    },
    {
      event: "SELF_EVALUATE",
      from: [PUBLIC_NOTICE_GIVEN],
      to: PUBLIC_NOTICE_GIVEN,
      actors: ["OFFICER"],
      guards: [PROJECT_GUARDS.evaluated, PROJECT_GUARDS.firstSelf],
      basis: BASIS,
    },
    {
      event: "EVALUATE",
      from: [PUBLIC_NOTICE_GIVEN],
      to: EVALUATED,
      actors: DECIDERS,
      guards: [PROJECT_GUARDS.noParty, PROJECT_GUARDS.evaluated, PROJECT_GUARDS.selfEvaluated],
      basis: BASIS,
    },
    {
      event: "PUBLISH_EVALUATION",
      from: [EVALUATED],
      to: EVALUATED,
      actors: ["PUBLISHER"],
      guards: [PROJECT_GUARDS.pending],
      basis: BASIS,
    },
    {
      event: "ARCHIVE",
      from: [EVALUATED],
      to: ARCHIVED,
      actors: ["OFFICER"],
      guards: [PROJECT_GUARDS.complete],
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
