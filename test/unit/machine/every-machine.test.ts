/** Every machine of the services: walks stay within its states, each step can be reached, and the steps are those typed by hand. */
import "reflect-metadata";
import fc from "fast-check";
import { MACHINES } from "../../../docs/state-machines.js";
import { isTerminal, type Machine } from "../../../platform/machine/index.js";

const machines = MACHINES.map(({ machine }) => machine);
const named = (name: string): Machine => machines.find((machine) => machine.name === name)!;

/** State → event → where it leads, typed by hand from the rules of each field. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  ObjectionState: {
    FILED: { ACCEPT: "ACCEPTED", WITHDRAW: "WITHDRAWN" },
    ACCEPTED: { INVESTIGATE: "INVESTIGATING", WITHDRAW: "WITHDRAWN" },
    INVESTIGATING: { CORRECT: "CORRECTED", UPHOLD: "UPHELD", WITHDRAW: "WITHDRAWN" },
    CORRECTED: { NOTIFY: "NOTIFIED" },
    UPHELD: { NOTIFY: "NOTIFIED" },
    NOTIFIED: {},
    WITHDRAWN: {},
  },
  RepairState: {
    APPLIED: { ACCEPT: "ACCEPTED", REJECT: "REJECTED", WITHDRAW: "WITHDRAWN" },
    ACCEPTED: { REPAIR: "DONE", REJECT: "REJECTED", EXTEND: "ACCEPTED", WITHDRAW: "WITHDRAWN" },
    REJECTED: { TELL: "REJECTED" },
    WITHDRAWN: {},
    DONE: { TELL: "DONE", FIND_FALSE: "DONE", REVOKE: "REVOKED" },
    REVOKED: {},
  },
  PublicityState: {
    NOT_PUBLISHED: {
      ...{ PUBLISH: "PUBLISHED", SERVE: "NOT_PUBLISHED", REVOKE_DECISION: "NOT_PUBLISHED" },
      WITHDRAW: "WITHDRAWN",
    },
    PUBLISHED: {
      ...{ APPLY_FOR_REPAIR: "PUBLISHED", REPAIR: "REPAIRED", SHIELD: "SHIELDED", EXPIRE: "EXPIRED" },
      ...{ SERVE: "PUBLISHED", REVOKE_DECISION: "PUBLISHED" },
      WITHDRAW: "WITHDRAWN",
    },
    SHIELDED: {
      ...{ APPLY_FOR_REPAIR: "SHIELDED", REPAIR: "REPAIRED", UNSHIELD: "PUBLISHED", EXPIRE: "EXPIRED" },
      ...{ REVOKE_DECISION: "SHIELDED", WITHDRAW: "WITHDRAWN" },
    },
    REPAIRED: { REPUBLISH: "PUBLISHED", REVOKE_DECISION: "REPAIRED", WITHDRAW: "WITHDRAWN" },
    EXPIRED: { REVOKE_DECISION: "EXPIRED", WITHDRAW: "WITHDRAWN" },
    WITHDRAWN: {},
  },
  LicencePublicity: {
    NOT_PUBLISHED: { PUBLISH: "PUBLISHED", REVOKE_DECISION: "NOT_PUBLISHED", WITHDRAW: "WITHDRAWN" },
    PUBLISHED: { REVOKE_DECISION: "PUBLISHED", WITHDRAW: "WITHDRAWN" },
    WITHDRAWN: {},
  },
  ListEntryState: {
    LISTED: { APPLY_FOR_REPAIR: "LISTED", REPAIR: "REMOVED", EXPIRE: "EXPIRED", REVOKE: "REVOKED" },
    REMOVED: { RELIST: "LISTED", REVOKE: "REVOKED" },
    EXPIRED: { REVOKE: "REVOKED" },
    REVOKED: {},
  },
  ListingState: {
    NOTICE_GIVEN: { DEFEND: "DEFENDED", LIST: "LISTED", DROP: "NOT_LISTED" },
    DEFENDED: { LIST: "LISTED", DROP: "NOT_LISTED" },
    LISTED: {},
    NOT_LISTED: {},
  },
  Fulfilment: {
    PENDING: { KEEP: "FULFILLED", BREAK: "BROKEN" },
    FULFILLED: { REOPEN: "PENDING" },
    BROKEN: { REOPEN: "PENDING" },
  },
  EditorialStatus: {
    DRAFT: { REVISE: "DRAFT", FINISH: "SUBMITTED", WITHDRAW: "WITHDRAWN" },
    SUBMITTED: { REVISE: "DRAFT", SUBMIT: "IN_REVIEW", WITHDRAW: "WITHDRAWN" },
    IN_REVIEW: { APPROVE: "APPROVED", REJECT: "REJECTED", WITHDRAW: "WITHDRAWN" },
    REJECTED: { REVISE: "DRAFT", WITHDRAW: "WITHDRAWN" },
    APPROVED: { PUBLISH: "PUBLISHED", REJECT: "REJECTED", WITHDRAW: "WITHDRAWN" },
    PUBLISHED: {},
    WITHDRAWN: {},
  },
  Moderation: { PENDING: { PASS: "PASSED", BLOCK: "BLOCKED" }, PASSED: {}, BLOCKED: {} },
  AllotmentState: {
    DRAFT: { ISSUE: "ISSUED" },
    ISSUED: { RECEIVE: "RECEIVED" },
    RECEIVED: {
      ...{ DIVIDE: "DECOMPOSED", EXECUTE: "IN_EXECUTION", CLOSE: "CLOSED" },
      ...{ RECALL: "RECEIVED", RECLAIM: "RECEIVED", ADJUST: "RECEIVED", CARRY_OVER: "RECEIVED" },
    },
    DECOMPOSED: {
      ...{ DIVIDE: "DECOMPOSED", EXECUTE: "IN_EXECUTION", CLOSE: "CLOSED" },
      ...{ RECALL: "DECOMPOSED", RECLAIM: "DECOMPOSED", ADJUST: "DECOMPOSED", CARRY_OVER: "DECOMPOSED" },
    },
    IN_EXECUTION: {
      ...{ DIVIDE: "IN_EXECUTION", EXECUTE: "IN_EXECUTION", CLOSE: "CLOSED" },
      ...{ RECALL: "IN_EXECUTION", RECLAIM: "IN_EXECUTION", ADJUST: "IN_EXECUTION", CARRY_OVER: "IN_EXECUTION" },
    },
    CLOSED: { REOPEN: "IN_EXECUTION" },
  },
  BudgetDisclosureState: { REPLIED: { PUBLISH: "PUBLISHED" }, PUBLISHED: {} },
  PaymentOrderState: {
    REQUESTED: { APPROVE: "PAID", REFUSE: "REFUSED", WITHDRAW: "WITHDRAWN" },
    PAID: { RETURN: "RETURNED" },
    REFUSED: {},
    WITHDRAWN: {},
    RETURNED: {},
  },
  FundProjectState: {
    IN_LIBRARY: { APPROVE: "APPROVED" },
    APPROVED: { OPEN_PUBLICITY: "IN_PUBLICITY" },
    IN_PUBLICITY: { START: "STARTED" },
    STARTED: { ACCEPT: "ACCEPTED" },
    ACCEPTED: { GIVE_PUBLIC_NOTICE: "PUBLIC_NOTICE_GIVEN" },
    PUBLIC_NOTICE_GIVEN: { SELF_EVALUATE: "PUBLIC_NOTICE_GIVEN", EVALUATE: "EVALUATED" },
    EVALUATED: { PUBLISH_EVALUATION: "EVALUATED", ARCHIVE: "ARCHIVED" },
    ARCHIVED: {},
  },
  RosterObjectionState: { FILED: { UPHOLD: "UPHELD", REJECT: "REJECTED" }, UPHELD: {}, REJECTED: {} },
  SubsidyState: {
    PREPARED: { POST: "VILLAGE_PUBLICITY" },
    VILLAGE_PUBLICITY: { CLOSE_PUBLICITY: "TOWN_REVIEW" },
    TOWN_REVIEW: { REVIEW: "COUNTY_REVIEW" },
    COUNTY_REVIEW: { PAY: "PAID" },
    PAID: { RETURN: "RETURNED" },
    RETURNED: { REPAY: "REPAID" },
    REPAID: { RETURN: "RETURNED" },
  },
  AlertState: {
    RAISED: { NOTIFY: "NOTIFIED" },
    NOTIFIED: { EXPLAIN: "EXPLAINED", CORRECT: "CORRECTED", WORSEN: "NOTIFIED" },
    EXPLAINED: { VERIFY: "VERIFIED", WORSEN: "NOTIFIED" },
    CORRECTED: { VERIFY: "VERIFIED", WORSEN: "NOTIFIED" },
    VERIFIED: { CLOSE: "CLOSED", ESCALATE: "ESCALATED", WORSEN: "NOTIFIED" },
    ESCALATED: { CLOSE: "CLOSED" },
    CLOSED: { WORSEN: "NOTIFIED" },
  },
  AppState: {
    REQUESTED: { APPROVE: "APPROVED", REFUSE: "REFUSED", SET_KEYS: "REQUESTED", RETIRE: "RETIRED" },
    APPROVED: {
      ...{ APPROVE: "APPROVED", SUSPEND: "SUSPENDED", RETIRE: "RETIRED" },
      ...{ SET_KEYS: "APPROVED", SET_WEBHOOK: "APPROVED" },
    },
    SUSPENDED: { APPROVE: "APPROVED", SET_KEYS: "SUSPENDED", RETIRE: "RETIRED" },
    REFUSED: {},
    RETIRED: {},
  },
  ConsultationState: {
    ASKED: { ANSWER: "ANSWERED", RETRACT: "ASKED", WITHDRAW: "WITHDRAWN" },
    ANSWERED: { FOLLOW_UP: "ASKED", PUBLISH: "PUBLISHED", RETRACT: "ANSWERED" },
    PUBLISHED: { RETRACT: "ANSWERED" },
    WITHDRAWN: {},
  },
  DecisionStage: {
    PROPOSED: { DRAFT: "DRAFTED" },
    DRAFTED: { CONSULT: "CONSULTING" },
    CONSULTING: { SUMMARISE: "SUMMARISED" },
    SUMMARISED: { REVIEW: "REVIEWED" },
    REVIEWED: { DECIDE: "DECIDED" },
    DECIDED: { PUBLISH: "PUBLISHED" },
    PUBLISHED: { EVALUATE: "EVALUATED" },
    EVALUATED: {},
  },
  DisclosureState: {
    RECEIVED: {
      ...{ ASK_CORRECTION: "CORRECTION_ASKED", CONSULT: "CONSULTING", EXTEND: "RECEIVED" },
      ...{ ANSWER: "ANSWERED", WITHDRAW: "WITHDRAWN" },
    },
    CORRECTION_ASKED: { CORRECT: "REGISTERED", ABANDON: "ABANDONED", WITHDRAW: "WITHDRAWN" },
    REGISTERED: { CONSULT: "CONSULTING", EXTEND: "REGISTERED", ANSWER: "ANSWERED", WITHDRAW: "WITHDRAWN" },
    CONSULTING: { RECORD_OPINION: "REGISTERED", WITHDRAW: "WITHDRAWN" },
    ANSWERED: {},
    ABANDONED: {},
    WITHDRAWN: {},
  },
  InquiryState: {
    RECEIVED: { TRIAGE: "TRIAGED", MERGE: "MERGED", RETRACT: "RECEIVED" },
    TRIAGED: { MERGE: "MERGED", ASSIGN: "ASSIGNED", RETRACT: "TRIAGED" },
    ASSIGNED: { RETURN: "RETURNED", REPLY: "REPLIED", RETRACT: "ASSIGNED" },
    RETURNED: { ASSIGN: "ASSIGNED", RETRACT: "RETURNED" },
    REPLIED: {
      ...{ RATE: "CALLED_BACK", CALL_BACK: "CALLED_BACK", CLOSE: "CLOSED" },
      ...{ PUBLISH: "REPLIED", RETRACT: "REPLIED" },
    },
    CALLED_BACK: { CLOSE: "CLOSED", PUBLISH: "CALLED_BACK", RETRACT: "CALLED_BACK" },
    CLOSED: { PUBLISH: "CLOSED", RETRACT: "CLOSED" },
    MERGED: {},
  },
  OpinionOutcome: {
    PENDING: { ADOPT: "ADOPTED", ADOPT_PARTLY: "PARTLY_ADOPTED", REJECT: "NOT_ADOPTED" },
    ADOPTED: {},
    PARTLY_ADOPTED: {},
    NOT_ADOPTED: {},
  },
  RectificationState: {
    OPEN: { VERIFY: "VERIFIED", APPEAL: "OPEN", REJECT: "REJECTED" },
    VERIFIED: { BEGIN: "RECTIFYING", APPEAL: "VERIFIED", REJECT: "REJECTED" },
    REJECTED: {},
    RECTIFYING: { RECTIFY: "RECTIFIED" },
    RECTIFIED: { CALL_BACK: "CALLED_BACK" },
    CALLED_BACK: { CLOSE: "CLOSED" },
    CLOSED: {},
  },
  CaseState: {
    DRAFT: { EDIT: "DRAFT", SUBMIT: "SUBMITTED", VOID: "VOID" },
    SUBMITTED: {
      ...{ SUPPLEMENT: "SUBMITTED", RECEIVE: "RECEIVED", GRANT_ON_COMMITMENT: "DECIDED" },
      WITHDRAW: "WITHDRAWN",
    },
    RECEIVED: {
      GRANT_ON_COMMITMENT: "DECIDED",
      ...{ ASK_CORRECTION: "CORRECTION", ACCEPT: "ACCEPTED", REFUSE_ACCEPTANCE: "NOT_ACCEPTED", RETURN: "RETURNED" },
      ...{ SUPPLEMENT: "RECEIVED", WITHDRAW: "WITHDRAWN", TRANSFER: "TRANSFERRED" },
    },
    CORRECTION: {
      ...{ CORRECT: "RECEIVED", ACCEPT: "ACCEPTED", REFUSE_ACCEPTANCE: "NOT_ACCEPTED", RETURN: "RETURNED" },
      WITHDRAW: "WITHDRAWN",
    },
    ACCEPTED: {
      ...{ REVIEW: "REVIEW", SUSPEND: "SUSPENDED", EXTEND: "ACCEPTED", DECIDE: "DECIDED" },
      ...{ SUPPLEMENT: "ACCEPTED", WITHDRAW: "WITHDRAWN", TRANSFER: "TRANSFERRED" },
    },
    NOT_ACCEPTED: {},
    REVIEW: {
      ...{ SUSPEND: "SUSPENDED", EXTEND: "REVIEW", DECIDE: "DECIDED" },
      ...{ WITHDRAW: "WITHDRAWN", TRANSFER: "TRANSFERRED", VOID: "VOID", SUPPLEMENT: "REVIEW" },
    },
    SUSPENDED: { RESUME: "REVIEW", WITHDRAW: "WITHDRAWN" },
    DECIDED: { COMPLETE: "COMPLETED", CONFIRM_COMMITMENT: "DECIDED", ANNUL: "ANNULLED" },
    COMPLETED: { DELIVER: "DELIVERED", RATE: "RATED", CONFIRM_COMMITMENT: "COMPLETED", ANNUL: "ANNULLED" },
    DELIVERED: { RATE: "RATED", CONFIRM_COMMITMENT: "DELIVERED", ANNUL: "ANNULLED" },
    RATED: { CONFIRM_COMMITMENT: "RATED", ANNUL: "ANNULLED" },
    ANNULLED: {},
    WITHDRAWN: {},
    RETURNED: {},
    TRANSFERRED: {},
    VOID: {},
  },
  MarketState: {
    DRAFT: { EDIT: "DRAFT", GIVE_PUBLIC_NOTICE: "UNDER_PUBLIC_NOTICE", CANCEL: "CANCELLED" },
    UNDER_PUBLIC_NOTICE: {
      ...{
        BID: "UNDER_PUBLIC_NOTICE",
        OPEN_BIDS: "UNDER_PUBLIC_NOTICE",
        SUSPEND: "SUSPENDED",
        SELECT: "SELECTED",
        FAIL: "FAILED",
      },
      CANCEL: "CANCELLED",
    },
    SUSPENDED: { RESUME: "UNDER_PUBLIC_NOTICE", CANCEL: "CANCELLED" },
    SELECTED: { OPEN_PUBLICITY: "IN_PUBLICITY", LAPSE: "CANCELLED" },
    IN_PUBLICITY: { SIGN: "CONTRACTED", OBJECT: "DISPUTED", LAPSE: "CANCELLED", CANCEL: "CANCELLED" },
    CONTRACTED: { BEGIN: "IN_SERVICE", DISPUTE: "DISPUTED" },
    IN_SERVICE: { DELIVER: "DELIVERED", DISPUTE: "DISPUTED" },
    DELIVERED: { ACCEPT: "ACCEPTED", DISPUTE: "DISPUTED" },
    ACCEPTED: { EVALUATE: "EVALUATED", DISPUTE: "DISPUTED" },
    EVALUATED: { REPLY: "EVALUATED", ARCHIVE: "ARCHIVED" },
    ARCHIVED: {},
    FAILED: {},
    CANCELLED: {},
    DISPUTED: {
      ...{ REJECT_OBJECTION: "SELECTED", SETTLE_AS_CONTRACTED: "CONTRACTED", SETTLE_AS_IN_SERVICE: "IN_SERVICE" },
      ...{ SETTLE_AS_DELIVERED: "DELIVERED", SETTLE_AS_ACCEPTED: "ACCEPTED", CANCEL: "CANCELLED" },
      UPHOLD_OBJECTION: "CANCELLED",
    },
  },
  BidState: {
    SEALED: { REPLACE: "SEALED", WITHDRAW: "WITHDRAWN", REVEAL: "REVEALED", EXCLUDE: "EXCLUDED" },
    WITHDRAWN: { REPLACE: "SEALED" },
    REVEALED: { EXCLUDE: "EXCLUDED" },
    EXCLUDED: {},
  },
  EntryApplicationState: {
    SUBMITTED: { ADMIT: "ADMITTED", REFUSE: "REFUSED", WITHDRAW: "WITHDRAWN" },
    ADMITTED: {},
    REFUSED: {},
    WITHDRAWN: {},
  },
  SanctionLevel: {
    REMINDER: { AGGRAVATE: "INTERVIEW" },
    INTERVIEW: { AGGRAVATE: "SUSPENSION" },
    SUSPENSION: { AGGRAVATE: "REMOVAL" },
    REMOVAL: {},
  },
  SanctionState: {
    PRIOR_NOTICE_GIVEN: { DEFEND: "PRIOR_NOTICE_GIVEN", DECIDE: "IN_FORCE", DROP: "DROPPED" },
    IN_FORCE: { EXPIRE: "EXPIRED", APPEAL: "IN_FORCE", REJECT_APPEAL: "IN_FORCE", REVOKE: "REVOKED" },
    EXPIRED: { APPEAL: "EXPIRED", REJECT_APPEAL: "EXPIRED", REVOKE: "REVOKED" },
    REVOKED: {},
    DROPPED: {},
  },
  EntryState: {
    ADMITTED: { SUSPEND: "SUSPENDED", REMOVE: "REMOVED" },
    SUSPENDED: { REMOVE: "REMOVED", LIFT: "ADMITTED" },
    REMOVED: { READMIT: "ADMITTED", FALL_BACK: "SUSPENDED" },
  },
};

const leaving = ({ transitions }: Machine, state: string): Machine["transitions"][number][] =>
  transitions.filter(({ from }) => from.includes(state));

it("has its steps typed by hand here", () => {
  expect(machines.map(({ name }) => name).sort()).toEqual(Object.keys(EXPECTED).sort());
});

describe.each(Object.keys(EXPECTED))("the machine %s", (name) => {
  const machine = named(name);

  it("has these steps and no other", () => {
    expect(
      Object.fromEntries(
        Object.keys(machine.states).map((state) => [
          state,
          Object.fromEntries(leaving(machine, state).map(({ event, to }) => [event, to])),
        ]),
      ),
    ).toEqual(EXPECTED[name]);
  });

  it("keeps every walk within its states, until one that is said to be the last", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), (choices) => {
        let state = machine.initial;
        for (const choice of choices) {
          const ways = leaving(machine, state).filter(({ to }) => to !== state);
          expect(ways.length === 0).toBe(isTerminal(machine, state));
          if (ways.length === 0) break;
          state = ways[choice % ways.length]!.to;
          expect(Object.keys(machine.states)).toContain(state);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("can take each of its steps on a walk from the first state", () => {
    const taken = new Set<unknown>();
    const visited = new Set([machine.initial]);
    for (const state of visited)
      for (const transition of leaving(machine, state)) {
        taken.add(transition);
        visited.add(transition.to);
      }
    expect(machine.transitions.filter((transition) => !taken.has(transition))).toEqual([]);
  });
});
