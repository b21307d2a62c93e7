/** Recorded rows agree with the machines: what every way to a state fills is there, nothing that no way to it fills, and its guards hold. */
import "reflect-metadata";
import type { Knex } from "knex";
import { MACHINES } from "../../docs/state-machines.js";
import { DEMONSTRATION_DAY } from "../../infra/local/demonstration-day.js";
import { createDatabase } from "../../platform/database/index.js";
import { brokenGuards, fieldsIn } from "../../platform/machine/index.js";
import { listEntryStateOn } from "../../subgraphs/credit/list-entry/list-entry.status.js";
import { ListingState } from "../../subgraphs/credit/listing-case/listing-case.machine.js";
import { Fulfilment } from "../../subgraphs/credit/commitment/commitment.machine.js";
import { licencePublicityOn } from "../../subgraphs/credit/licence/licence.status.js";
import { stateOn as publicityOn } from "../../subgraphs/credit/penalty/penalty.status.js";
import { EntryState } from "../../subgraphs/intermediary/intermediary-profile/intermediary-profile.machine.js";
import { entryStateOf } from "../../subgraphs/intermediary/intermediary-profile/intermediary-profile.status.js";
import { SanctionLevel } from "../../subgraphs/intermediary/intermediary-sanction/intermediary-sanction.machine.js";
import {
  expiresOn,
  stateOn as sanctionOn,
} from "../../subgraphs/intermediary/intermediary-sanction/intermediary-sanction.status.js";
import { MarketState } from "../../subgraphs/intermediary/intermediary-procurement/intermediary-procurement.state.js";
import { disclosureState } from "../../subgraphs/funds/budget-publishing/budget-publishing.machine.js";
import { subsidyState } from "../../subgraphs/funds/subsidy/subsidy.status.js";
import { PATIENT, cloneDatabase, type TestDatabase } from "../support/database.js";

type Row = Readonly<Record<string, unknown>>;

/** How the records of one machine are read. */
interface Records {
  readonly service: string;
  /** Key, the state where it is stored, and columns named by the fields that the machine fills. */
  readonly sql: string;
  /** States of which there are rows. */
  readonly seen: readonly string[];
  /** Fields that no row of the demonstration has. @default none */
  readonly empty?: readonly string[];
  /** The state where none is stored. */
  readonly stateOf?: (row: Row) => string;
  /** What the guards look at, as far as it is recorded; what is not is taken to be in order. */
  readonly factsOf?: (row: Row) => object;
  /** Broken guards of the demonstration that are there on purpose. */
  readonly mistakes?: readonly string[];
}

/** Days that are stored before they come: where the state is computed for a day, what is after it has not happened. */
const isToCome = (value: unknown): boolean =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && value > DEMONSTRATION_DAY;

/** States of a project that tell their reason; that of a dispute that is over stands in the journal. */
const HAVE_REASONS: readonly string[] = ["SUSPENDED", "FAILED", "CANCELLED", "DISPUTED"];

const RECORDS: Readonly<Record<string, Records>> = {
  CaseState: {
    service: "matters",
    sql: `select case_no as key, state, applied_on as "appliedOn", notice_on as "noticeOn", accepted_on as "acceptedOn",
        acceptance_no as "acceptanceNo", completed_on as "completedOn", granted, ended_on as "endedOn",
        content->'result'->>'reasons' as reasons, content->'result'->>'remedy' as remedy,
        exists (select 1 from special_procedures p where p.case_no = c.case_no and p.to_on is null) as "openSuspension"
      from service_cases c`,
    seen: ["DRAFT", "CORRECTION", "NOT_ACCEPTED", "SUSPENDED", "DECIDED", "COMPLETED", "RATED", "TRANSFERRED"],
    // What was decided is recorded when it is completed; a decision need not rest on a commitment.
    factsOf: (row) => (row["state"] === "DECIDED" ? { ...row, granted: true, committedMaterials: ["-"] } : row),
    // Refused without reasons: a mistake on purpose, which monitoring finds.
    mistakes: ["22240220260825000001 in COMPLETED: REFUSAL_NEEDS_REASONS"],
  },
  AlertState: {
    service: "matters",
    sql: `select id as key, state, explanation, supervision, closed_on as "closedOn" from monitor_alerts`,
    seen: ["RAISED", "NOTIFIED", "EXPLAINED", "CORRECTED", "VERIFIED", "CLOSED", "ESCALATED"],
    // Some were told for the first time, some again because their light got worse: the record does not say which.
    factsOf: (row) => ({ ...row, worse: true }),
  },
  AppState: {
    service: "reference",
    sql: `select client_id as key, state, approved_on as "approvedOn", points_a_minute as "pointsAMinute",
        points_a_day as "pointsADay", agreement, reasons from apps`,
    seen: ["REQUESTED", "APPROVED", "REFUSED", "SUSPENDED", "RETIRED"],
    factsOf: (row) => row,
  },
  ConsultationState: {
    service: "matters",
    sql: `select id as key, state, answered_on as "answeredOn", published_on as "publishedOn", public_question as "publicQuestion",
        public_answer as "publicAnswer", may_publish as "mayPublish",
        (select answer from consultation_turns t where t.consultation_id = c.id order by number desc limit 1) as answer
      from consultations c`,
    seen: ["ASKED", "ANSWERED", "PUBLISHED", "WITHDRAWN"],
    factsOf: (row) => row,
  },
  DecisionStage: {
    service: "openness",
    sql: `select id as key, state, opened_on as "openedOn", decided_on as "decidedOn", published_on as "publishedOn",
        adopted_index_no as "adoptedIndexNo", adopted_index_no as document,
        array(select step from unnest(array['PUBLIC_PARTICIPATION', 'EXPERT_ARGUMENT', 'RISK_ASSESSMENT', 'LEGALITY_REVIEW', 'COLLECTIVE_DISCUSSION']) step
          where not exists (select 1 from decision_steps s where s.decision_id = d.id and s.step = step.step)) as missing
      from decisions d`,
    seen: ["PROPOSED", "CONSULTING", "DECIDED", "PUBLISHED", "EVALUATED"],
    factsOf: (row) => row,
  },
  DisclosureState: {
    service: "openness",
    sql: `select request_no as key, state, correction_asked_on as "correctionAskedOn", correct_by as "correctBy", unclear, outcome,
        ended_on as "endedOn", reasons, remedy, index_no is not null as "hasInformation", corrected_on is not null as corrected,
        coalesce(corrected_on, ended_on, '2026-09-28') > correct_by as "correctionOver"
      from disclosure_requests`,
    seen: ["RECEIVED", "CORRECTION_ASKED", "REGISTERED", "CONSULTING", "ANSWERED", "ABANDONED", "WITHDRAWN"],
    factsOf: (row) => ({ ...row, opinionDue: true }),
  },
  InquiryState: {
    service: "openness",
    sql: `select inquiry_no as key, state, reply, replied_on as "repliedOn", called_back_on as "calledBackOn", closed_on as "closedOn",
        merged_into as "mergedInto", contact is not null and (closed_on is null or called_back_on is null) as reachable from inquiries`,
    seen: ["RECEIVED", "TRIAGED", "ASSIGNED", "RETURNED", "REPLIED", "CALLED_BACK", "CLOSED", "MERGED"],
    // Why one went back to the pool is in the journal; what was closed without a call back had no contact.
    factsOf: (row) => ({ ...row, reasons: "-", isDuplicate: true, mayPublish: true }),
  },
  OpinionOutcome: {
    service: "openness",
    sql: `select id as key, state, answered_on as "answeredOn", reason as reasons from opinions`,
    seen: ["PENDING", "ADOPTED", "PARTLY_ADOPTED", "NOT_ADOPTED"],
    factsOf: (row) => row,
  },
  RectificationState: {
    service: "matters",
    sql: `select id as key, rectification_state as state, rectified_on as "rectifiedOn" from service_ratings
      where rectification_state is not null`,
    seen: ["OPEN", "VERIFIED", "REJECTED", "RECTIFYING", "RECTIFIED", "CALLED_BACK", "CLOSED"],
  },
  EditorialStatus: {
    service: "matters",
    // The day on which a version is in force is that of its publication.
    sql: `select matter_id as key, status as state, case status when 'PUBLISHED' then valid_from end as "publishedOn" from service_matter_versions
      union all select id, state, published_on from matter_drafts`,
    seen: ["DRAFT", "IN_REVIEW", "PUBLISHED"],
    factsOf: () => ({ errors: [], isAuthor: false, isCurrent: true }),
  },
  Moderation: {
    service: "matters",
    sql: "select id as key, moderation as state from service_ratings",
    seen: ["PENDING", "PASSED", "BLOCKED"],
  },
  MarketState: {
    service: "intermediary",
    sql: `select project_no as key, state, public_notice_on as "publicNoticeAt", closes_on as "closesAt", state_reason as "stateReason",
        opened_on as "openedAt", selected_on as "selectedAt", selected_id as "selectedId", contract_no as "contractNo",
        signed_on as "signedAt", delivered_on as "deliveredAt", deliverable_hash as "deliverableHash", accepted_on as "acceptedAt",
        evaluated_on as "evaluatedAt", stars, disputed_on as "disputedAt", selection, contract_fen as "contractFen",
        ceiling_fen as "ceilingFen", draw is not null as drawn, random_source is not null as "sourceNamed",
        (select count(*)::int from bids b where b.project_no = p.project_no and b.accepted) as bids
      from intermediary_procurements p`,
    seen: Object.values(MarketState),
    empty: ["reply"],
    factsOf: (row) => ({
      ...row,
      ...{
        today: DEMONSTRATION_DAY,
        listed: true,
        suspended: false,
        reasons: row["stateReason"] ?? (HAVE_REASONS.includes(row["state"] as string) ? undefined : "in the journal"),
      },
      objectionOpen: row["state"] === "DISPUTED",
      // By which of its ways one was cancelled is in the journal.
      contractLate: row["state"] === "CANCELLED",
      tookPart: true,
    }),
  },
  BidState: {
    service: "intermediary",
    sql: "select id as key, state, price_fen as price from bids",
    seen: ["SEALED", "REVEALED"],
  },
  EntryApplicationState: {
    service: "intermediary",
    sql: `select no as key, state, decided_on as "decidedOn", reasons from entry_applications`,
    seen: ["REFUSED"],
  },
  SanctionState: {
    service: "intermediary",
    sql: `select id as key, level, decided_on as "decidedOn", months, revoked_on as "revokedOn", defence, appeal, dropped_on as "droppedOn"
      from intermediary_sanctions`,
    seen: ["PRIOR_NOTICE_GIVEN", "IN_FORCE", "EXPIRED", "REVOKED"],
    empty: ["droppedOn"],
    stateOf: (row) => sanctionOn(row, DEMONSTRATION_DAY),
    factsOf: (row) => ({
      ...{ level: row["level"] as SanctionLevel, months: row["months"], heard: true, docNo: "-", reasons: "-" },
      ...{ today: DEMONSTRATION_DAY, lastDay: expiresOn(row) ?? row["decidedOn"], appealOpen: true },
    }),
  },
  SanctionLevel: {
    service: "intermediary",
    sql: "select id as key, level as state from intermediary_sanctions",
    seen: Object.values(SanctionLevel),
    // Whether a breach goes on is recorded nowhere but in the reasons of the next sanction.
    factsOf: () => ({ decided: true, breachGoesOn: true }),
  },
  EntryState: {
    service: "intermediary",
    sql: `select organization_id as key, coalesce(array_agg(level) filter (where level is not null), '{}') as barring
      from intermediaries i left join intermediary_sanctions s on s.intermediary_id = i.organization_id
        and level in ('SUSPENSION', 'REMOVAL') and decided_on <= date '${DEMONSTRATION_DAY}'
        and date '${DEMONSTRATION_DAY}' <= (decided_on + make_interval(months => months))::date
        and (revoked_on is null or revoked_on > date '${DEMONSTRATION_DAY}')
      group by organization_id`,
    seen: Object.values(EntryState),
    stateOf: ({ barring }) => entryStateOf(barring as SanctionLevel[]),
    factsOf: (row) => row,
  },
  PublicityState: {
    service: "credit",
    // A day that is stored of what a law seals is never one of publication.
    sql: `select p.id as key, decision_date as "decisionDate",
        case when sealed_by is null and not counterparty_minor then published_on end as "publishedOn", publicity_until as "publicityUntil",
        withdrawn_on as "withdrawnOn", repaired_on as "repairedOn", republished_on as "republishedOn",
        revoked_on as "revokedOn", revocation_no as "revocationNo", withdraw_reason as "withdrawReason",
        repair_notice_on as "repairNoticeOn", shielded_from as "shieldedFrom", shielded_to as "shieldedTo", sealed_by is not null or counterparty_minor as sealed,
        case duty_performed when true then 'PERFORMED' when false then 'NOT_PERFORMED' else 'UNKNOWN' end as performance,
        duty_performed_on as "dutyPerformedOn", min_months as "minMonths", max_months as "maxMonths",
        when_unperformed as "whenUnperformed"
      from penalties p join severity_rules r on r.id = p.severity_rule_id`,
    seen: ["NOT_PUBLISHED", "PUBLISHED", "REPAIRED", "EXPIRED", "WITHDRAWN"],
    empty: ["shieldedTo"],
    stateOf: (row) => publicityOn(row as never, row as never, DEMONSTRATION_DAY),
  },
  LicencePublicity: {
    service: "credit",
    sql: `select id as key, case when sealed_by is null and not counterparty_minor then published_on end as "publishedOn",
        withdrawn_on as "withdrawnOn", withdraw_reason as "withdrawReason", revoked_on as "revokedOn", revocation_no as "revocationNo",
        sealed_by is not null or counterparty_minor as sealed
      from licences`,
    seen: ["NOT_PUBLISHED", "PUBLISHED"],
    stateOf: (row) => licencePublicityOn(row as never, DEMONSTRATION_DAY),
    empty: ["revokedOn", "revocationNo", "withdrawnOn", "withdrawReason"],
  },
  ListEntryState: {
    service: "credit",
    sql: `select id as key, listed_on, expires_on, removed_on, relisted_on, revoked_on, removed_on as "removedOn",
        relisted_on as "relistedOn", revoked_on as "revokedOn", revocation_no as "revocationNo"
      from list_entries`,
    seen: ["LISTED", "REMOVED", "EXPIRED"],
    stateOf: (row) => listEntryStateOn(row as never, DEMONSTRATION_DAY),
    empty: ["relistedOn", "revokedOn", "revocationNo"],
  },
  ListingState: {
    service: "credit",
    sql: `select no as key, state, statement, stated_on as "statedOn", decided_on as "decidedOn", decision, remedy,
        decision_doc_no as "decisionDocNo", entry_id as "entryId"
      from listing_cases`,
    seen: Object.values(ListingState),
  },
  Fulfilment: {
    service: "credit",
    sql: `select id as key, fulfilment as state, verified_on as "verifiedOn", verified_by_id as "verifiedById" from commitments`,
    seen: Object.values(Fulfilment),
  },
  RepairState: {
    service: "credit",
    sql: `select no as key, state, accepted_on as "acceptedOn", decided_on as "decidedOn", decision, feedback_on as "feedbackOn",
        remedy, found_false_on as "foundFalseOn", finding_no as "findingNo"
      from repair_cases`,
    seen: ["APPLIED", "ACCEPTED", "REJECTED", "DONE", "REVOKED"],
  },
  ObjectionState: {
    service: "credit",
    sql: `select no as key, state, accepted_on as "acceptedOn", decided_on as "decidedOn", outcome, decision from objections`,
    seen: ["FILED", "ACCEPTED", "INVESTIGATING", "NOTIFIED"],
  },
  AllotmentState: {
    service: "funds",
    // A draft holds the day on which it was written until it is issued.
    sql: `select allotment_no as key, state, received_on as "receivedOn",
        case when state <> 'DRAFT' then issued_on end as "issuedOn" from allotments`,
    seen: ["DRAFT", "IN_EXECUTION", "CLOSED"],
  },
  // Orders and objections are made by verbs alone: the demonstration has none.
  PaymentOrderState: {
    service: "funds",
    sql: `select order_no as key, state, payment_no as "paymentNo" from payment_orders`,
    seen: [],
    empty: ["paymentNo"],
  },
  RosterObjectionState: {
    service: "funds",
    sql: "select objection_no as key, state, answer from roster_objections",
    seen: [],
    empty: ["answer"],
  },
  BudgetDisclosureState: {
    service: "funds",
    sql: `select id as key, published_on as "publishedOn" from budget_disclosures`,
    seen: ["REPLIED", "PUBLISHED"],
    stateOf: (row) => disclosureState(row["publishedOn"] as string | undefined, DEMONSTRATION_DAY),
  },
  FundProjectState: {
    service: "funds",
    sql: `select project_code as key, state, accepted_on as "acceptedOn" from fund_projects`,
    seen: ["STARTED", "PUBLIC_NOTICE_GIVEN", "EVALUATED", "ARCHIVED"],
  },
  SubsidyState: {
    service: "funds",
    sql: `select l.batch_no || '-' || l.line_no as key, publicity_from as "publicityFrom", publicity_to as "publicityTo",
        town_reviewed_on as "townReviewedOn", p.paid_on as "paidOn", l.returned_on as "returnedOn", r.paid_on as "repaidOn"
      from subsidy_lines l join subsidy_batches b on b.batch_no = l.batch_no
        left join payments p on p.payment_no = b.payment_no left join payments r on r.payment_no = l.repaid_payment_no`,
    seen: ["VILLAGE_PUBLICITY", "PAID", "RETURNED", "REPAID"],
    stateOf: (row) => subsidyState(row as never, DEMONSTRATION_DAY),
    factsOf: ({ publicityTo }) => ({ today: DEMONSTRATION_DAY, publicityTo, objectionsOpen: false }),
  },
};

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

/** Rows without what is null. */
const rowsOf = async ({ service, sql }: Records): Promise<Row[]> => {
  const db: Knex = createDatabase({
    url: database.urlOf(service),
    applicationName: "test",
    schema: service,
    ...PATIENT,
  });
  try {
    const { rows } = (await db.raw(sql)) as { readonly rows: Row[] };
    return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
  } finally {
    await db.destroy();
  }
};

it("are read of every machine", () => {
  expect(Object.keys(RECORDS).sort()).toEqual(MACHINES.map(({ machine }) => machine.name).sort());
});

describe.each(Object.entries(RECORDS))("records of %s", (name, records) => {
  const { machine } = MACHINES.find((placed) => placed.machine.name === name)!;
  const stateOf = (row: Row): string => records.stateOf?.(row) ?? String(row["state"]);
  const fields = [...new Set(machine.transitions.flatMap(({ sets = [] }) => sets))];
  let rows: readonly Row[];
  beforeAll(async () => {
    rows = await rowsOf(records);
  });

  it("have what their state says and nothing else", () => {
    const sides = new Map(Object.keys(machine.states).map((state) => [state, fieldsIn(machine, state)]));
    const offences = rows.flatMap((row) => {
      const state = stateOf(row);
      return fields.flatMap((field) => {
        const { must, may } = sides.get(state)!;
        const filled = row[field] !== undefined && !(records.stateOf !== undefined && isToCome(row[field]));
        const wrong = filled ? !may.includes(field) : must.includes(field);
        return wrong ? [`${String(row["key"])} in ${state}: ${field} ${filled ? "is" : "is not"} filled`] : [];
      });
    });
    expect(offences).toEqual([]);
    expect(fields.filter((field) => !rows.some((row) => row[field] !== undefined))).toEqual(records.empty ?? []);
    expect(records.seen.filter((state) => !rows.some((row) => stateOf(row) === state))).toEqual([]);
  });

  it("hold to the guards of the ways to their state, as far as they are recorded", () => {
    const { factsOf = () => undefined, mistakes = [] } = records;
    const offences = rows.flatMap((row) => {
      const facts = factsOf(row);
      const broken = facts === undefined ? [] : brokenGuards(machine, stateOf(row), facts as never);
      return broken.map((reason) => `${String(row["key"])} in ${stateOf(row)}: ${reason}`);
    });
    expect(offences).toEqual(mistakes);
  });
});
