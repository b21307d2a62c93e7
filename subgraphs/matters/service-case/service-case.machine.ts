/** The machine of a case (行政许可法 第二十九条 to 第四十五条, L01, L02, L05, L07): handed in, received, accepted, reviewed, decided, delivered. Pure. */
import { basisOfLimit, basisOfProcedure } from "../../../platform/domain/index.js";
import { defineMachine, REASONS_TOLD, REMEDY_TOLD, type Transition } from "../../../platform/machine/index.js";
import {
  approvedByHead,
  committed,
  complete,
  extendedOnce,
  noPause,
  numbered,
  paused,
  promised,
  promiseKept,
  promisesKept,
  resting,
  told,
  toldOnce,
  toldUnlessGranted,
  trusted,
  unverified,
} from "./service-case.guards.js";
import { CASE_STATES, CaseState, type CaseEvent, type CaseGuardFacts } from "./service-case.state.js";

/** The national exchange tables of cases, where no article of a law speaks of the step. */
const TABLES = basisOfProcedure("CASE-TABLES");

const COMMITTED_PROCEDURE = basisOfProcedure("NOTICE-COMMITMENT");

const { DRAFT, SUBMITTED, RECEIVED, CORRECTION, ACCEPTED, NOT_ACCEPTED, REVIEW, SUSPENDED } = CaseState;
const { DECIDED, COMPLETED, DELIVERED, RATED, WITHDRAWN, RETURNED, TRANSFERRED, VOID, ANNULLED } = CaseState;

type Step = Transition<CaseState, CaseEvent, CaseGuardFacts>;

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
    guards: [complete, trusted],
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
    guards: [toldOnce],
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
    guards: [numbered, paused],
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
    guards: [approvedByHead, extendedOnce],
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

/** Decided on the spot on a written commitment, which is verified afterwards (国办发〔2020〕42号). */
const commitments: readonly Step[] = [
  {
    event: "GRANT_ON_COMMITMENT",
    from: [SUBMITTED, RECEIVED],
    to: DECIDED,
    actors: ["OFFICER"],
    guards: [committed, numbered, promisesKept],
    basis: COMMITTED_PROCEDURE,
    sets: ["acceptedOn", "acceptanceNo"],
  },
  ...[DECIDED, COMPLETED, DELIVERED, RATED].map((state): Step => ({
    event: "CONFIRM_COMMITMENT",
    from: [state],
    to: state,
    actors: ["OFFICER"],
    guards: [resting, unverified],
    basis: COMMITTED_PROCEDURE,
  })),
  {
    event: "ANNUL",
    from: [DECIDED, COMPLETED, DELIVERED, RATED],
    to: ANNULLED,
    actors: ["OFFICER"],
    guards: [resting, REASONS_TOLD, REMEDY_TOLD],
    basis: basisOfProcedure("LICENCE-REVOCATION"),
    sets: ["endedOn"],
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
  transitions: [...beforeAcceptance, ...handling, ...commitments, ...results, ...ends],
});
