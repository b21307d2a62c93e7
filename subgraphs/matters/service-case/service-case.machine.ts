/** The machine of a case (行政许可法 第二十九条 to 第四十五条, L01, L02, L05, L07): handed in, received, accepted, reviewed, decided, delivered. Pure. */
import { basisOfLimit, basisOfProcedure } from "../../../platform/domain/index.js";
import { defineMachine, isStated, type Guard, type Transition } from "../../../platform/machine/index.js";
import { CASE_STATES, CaseState, type CaseEvent, type CaseGuardFacts } from "./service-case.state.js";

/** The national exchange tables of cases, where no article of a law speaks of the step. */
const TABLES = basisOfProcedure("CASE-TABLES");

const { DRAFT, SUBMITTED, RECEIVED, CORRECTION, ACCEPTED, NOT_ACCEPTED, REVIEW, SUSPENDED } = CaseState;
const { DECIDED, COMPLETED, DELIVERED, RATED, WITHDRAWN, RETURNED, TRANSFERRED, VOID } = CaseState;

type Step = Transition<CaseState, CaseEvent, CaseGuardFacts>;
type CaseGuard = Guard<CaseGuardFacts>;

const numbered: CaseGuard = {
  reason: "ACCEPTANCE_NUMBER_NEEDED",
  en: "the number of the acceptance notice",
  holds: ({ acceptanceNo }) => isStated(acceptanceNo),
};

const noPause: CaseGuard = {
  reason: "OPEN_PROCEDURE_LEFT",
  en: "the special procedure is over",
  holds: ({ openSuspension }) => !openSuspension,
};

/** 行政许可法 第三十八条: whoever refuses tells reasons, and the right to review and lawsuit. */
const toldWhere = (refuses: (facts: CaseGuardFacts) => boolean): readonly CaseGuard[] => [
  {
    reason: "REFUSAL_NEEDS_REASONS",
    en: "a refusal tells reasons",
    holds: (facts) => !refuses(facts) || isStated(facts.reasons),
  },
  {
    reason: "REFUSAL_NEEDS_REMEDY",
    en: "a refusal tells the right to review and lawsuit",
    holds: (facts) => !refuses(facts) || isStated(facts.remedy),
  },
];
/** Not to accept is to refuse; a decision refuses unless it is known to grant. */
const told = toldWhere(() => true);
const toldUnlessGranted = toldWhere(({ granted }) => granted !== true);

/** 行政许可法 第三十条、第三十一条: what is to be handed in is published, and is handed in. */
const complete: CaseGuard = {
  reason: "MATERIALS_MISSING",
  en: "every required material",
  holds: ({ missingMaterials = [] }) => missingMaterials.length === 0,
  missing: ({ missingMaterials = [] }) => missingMaterials,
};

const promised: CaseGuard = {
  reason: "NOTHING_PROMISED",
  en: "a material that was promised",
  holds: (facts) => facts.promised === true,
};

const promiseKept: CaseGuard = {
  reason: "PROMISED_MATERIALS_MISSING",
  en: "the materials that were promised",
  holds: ({ granted, promisedMaterials = [] }) => !granted || promisedMaterials.length === 0,
  missing: ({ promisedMaterials = [] }) => promisedMaterials,
};

const beforeAcceptance: readonly Step[] = [
  { event: "EDIT", from: [DRAFT], to: DRAFT, actors: ["SUBJECT"], basis: basisOfProcedure("CASE-APPLICATION") },
  ...[SUBMITTED, RECEIVED, ACCEPTED, REVIEW].map((state): Step => ({
    event: "SUPPLEMENT",
    from: [state],
    to: state,
    actors: ["SUBJECT"],
    guards: [promised],
    basis: basisOfProcedure("CASE-APPLICATION"),
  })),
  {
    event: "SUBMIT",
    from: [DRAFT],
    to: SUBMITTED,
    actors: ["SUBJECT"],
    guards: [complete],
    basis: basisOfProcedure("CASE-APPLICATION"),
    sets: ["appliedOn"],
  },
  { event: "VOID", from: [DRAFT], to: VOID, actors: ["SUBJECT"], basis: TABLES },
  { event: "RECEIVE", from: [SUBMITTED], to: RECEIVED, actors: ["OFFICER"], basis: basisOfLimit("L01") },
  {
    event: "ASK_CORRECTION",
    from: [RECEIVED],
    to: CORRECTION,
    actors: ["OFFICER"],
    guards: [
      { reason: "NOTICE_ONCE", en: "all that is missing is told at once", holds: ({ notices = 0 }) => notices <= 1 },
    ],
    basis: basisOfLimit("L01"),
    limit: "L01",
    sets: ["noticeOn"],
  },
  { event: "CORRECT", from: [CORRECTION], to: RECEIVED, actors: ["SUBJECT"], basis: basisOfLimit("L01") },
  {
    event: "ACCEPT",
    from: [RECEIVED, CORRECTION],
    to: ACCEPTED,
    actors: ["OFFICER"],
    guards: [numbered],
    basis: basisOfLimit("L01"),
    limit: "L01",
    sets: ["acceptedOn", "acceptanceNo"],
  },
  {
    event: "REFUSE_ACCEPTANCE",
    from: [RECEIVED, CORRECTION],
    to: NOT_ACCEPTED,
    actors: ["OFFICER"],
    guards: told,
    basis: basisOfLimit("L01"),
    limit: "L01",
    sets: ["endedOn"],
  },
  {
    event: "RETURN",
    from: [RECEIVED, CORRECTION],
    to: RETURNED,
    actors: ["OFFICER"],
    basis: basisOfLimit("L01"),
    limit: "L01",
    sets: ["endedOn"],
  },
];

const handling: readonly Step[] = [
  {
    event: "REVIEW",
    from: [ACCEPTED],
    to: REVIEW,
    actors: ["OFFICER"],
    guards: [numbered],
    basis: basisOfProcedure("CASE-EXAMINATION"),
  },
  {
    event: "SUSPEND",
    from: [ACCEPTED, REVIEW],
    to: SUSPENDED,
    actors: ["OFFICER"],
    guards: [
      numbered,
      {
        reason: "OPEN_PROCEDURE_NEEDED",
        en: "a special procedure that goes on",
        holds: ({ openSuspension }) => openSuspension,
      },
    ],
    basis: basisOfLimit("L07"),
    limit: "L07",
  },
  {
    event: "RESUME",
    from: [SUSPENDED],
    to: REVIEW,
    actors: ["OFFICER"],
    guards: [noPause],
    basis: basisOfLimit("L07"),
  },
  ...[ACCEPTED, REVIEW].map((state): Step => ({
    event: "EXTEND",
    from: [state],
    to: state,
    actors: ["OFFICER"],
    guards: [
      {
        reason: "HEAD_APPROVAL_NEEDED",
        en: "approval by the head of the agency",
        holds: ({ approvedByHead }) => approvedByHead === true,
      },
      {
        reason: "EXTENDED_BEFORE",
        en: "the limit is extended once at most",
        holds: ({ extensions = 0 }) => extensions <= 1,
      },
    ],
    basis: basisOfLimit("L02"),
  })),
  {
    event: "DECIDE",
    from: [ACCEPTED, REVIEW],
    to: DECIDED,
    actors: ["OFFICER"],
    guards: [numbered, ...toldUnlessGranted, noPause, promiseKept],
    basis: basisOfLimit("L02"),
    limit: "L02",
  },
];

const results: readonly Step[] = [
  {
    event: "COMPLETE",
    from: [DECIDED],
    to: COMPLETED,
    actors: ["OFFICER"],
    guards: [numbered, ...toldUnlessGranted, noPause],
    basis: basisOfLimit("L05"),
    sets: ["completedOn", "granted", "endedOn"],
  },
  { event: "DELIVER", from: [COMPLETED], to: DELIVERED, actors: ["OFFICER"], basis: basisOfLimit("L05"), limit: "L05" },
  {
    event: "RATE",
    from: [COMPLETED, DELIVERED],
    to: RATED,
    actors: ["SUBJECT", "TIME"],
    basis: basisOfLimit("L22"),
  },
];

const ends: readonly Step[] = [
  {
    event: "WITHDRAW",
    from: [SUBMITTED, RECEIVED, CORRECTION, ACCEPTED, REVIEW, SUSPENDED],
    to: WITHDRAWN,
    actors: ["SUBJECT"],
    basis: TABLES,
    sets: ["endedOn"],
  },
  {
    event: "TRANSFER",
    from: [RECEIVED, ACCEPTED, REVIEW],
    to: TRANSFERRED,
    actors: ["OFFICER"],
    basis: basisOfProcedure("CASE-CONSULTATION"),
    sets: ["endedOn"],
  },
  { event: "VOID", from: [REVIEW], to: VOID, actors: ["OFFICER"], basis: TABLES, sets: ["endedOn"] },
];

/** Life of a case. */
export const CASE = defineMachine<CaseState, CaseEvent, CaseGuardFacts>({
  name: "CaseState",
  title: "Case 办件",
  states: CASE_STATES,
  initial: DRAFT,
  transitions: [...beforeAcceptance, ...handling, ...results, ...ends],
});
