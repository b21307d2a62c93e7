/** SQL of penalties. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import { ANONYMOUS, divisionPrefix, type Viewer } from "../../../platform/auth/index.js";
import { beginningWith, readableRows, unreadableRows } from "../../../platform/database/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { OF_COUNTERPARTY, OF_PARTIES } from "../counterparty/counterparty.policy.js";
import { RECORD_COLUMNS, namesOf, subjectOf, type RecordRow } from "../counterparty/counterparty.js";
import { isLate, publicationDeadline } from "../publication/publication.status.js";
import type { PenaltyKind, Procedure, Severity } from "./penalty.enums.js";
import type { PenaltyFilter } from "./penalty.input.js";
import { WHOSE_PENALTY } from "./penalty.policy.js";
import { isServedTogether, publicityUntil, repairEligibleOn, stateOn, type PublicityFacts } from "./penalty.status.js";
import type { AdministrativePenalty } from "./penalty.type.js";

/** A row of penalties with the rule that bounds its publicity. */
export interface PenaltyRow extends RecordRow {
  violation_type: string;
  facts: string | null;
  basis: string | null;
  kinds: PenaltyKind[];
  procedure: Procedure | null;
  content: string;
  fine_fen: bigint | null;
  confiscated_fen: bigint | null;
  suspended_licence: string | null;
  severity: Severity;
  severity_rule_id: string;
  publicity_until: string | null;
  withdrawn_on: string | null;
  withdraw_reason: string | null;
  repaired_on: string | null;
  republished_on: string | null;
  shielded_from: string | null;
  shielded_to: string | null;
  repair_notice_on: string | null;
  min_months: number;
  max_months: number;
  rule_basis: string;
  regulator_id: string | null;
  repair_eligible_on: string;
  /** Last day of publicity: what the decision says, else the longest that the rule allows. */
  publicity_ends_on: string;
}

const COLUMNS = [
  ...RECORD_COLUMNS,
  "violation_type",
  "facts",
  "basis",
  "kinds",
  "procedure",
  "content",
  "fine_fen",
  "confiscated_fen",
  "suspended_licence",
  "severity",
  "severity_rule_id",
  "publicity_until",
  "withdrawn_on",
  "withdraw_reason",
  "repaired_on",
  "republished_on",
  "shielded_from",
  "shielded_to",
  "repair_notice_on",
];

const publicityFacts = (row: PenaltyRow): PublicityFacts => ({
  decisionDate: row.decision_date,
  publishedOn: row.published_on ?? undefined,
  publicityUntil: row.publicity_until ?? undefined,
  withdrawnOn: row.withdrawn_on ?? undefined,
  repairedOn: row.repaired_on ?? undefined,
  republishedOn: row.republished_on ?? undefined,
  shieldedFrom: row.shielded_from ?? undefined,
  shieldedTo: row.shielded_to ?? undefined,
  minor: row.counterparty_minor,
});

const isPast = (day: string | null, today: string): day is string => day !== null && day <= today;

/** Domain object of a row on the day. */
export const toPenalty = (row: PenaltyRow, today: string): AdministrativePenalty => {
  const facts = publicityFacts(row);
  const period = { minMonths: row.min_months, maxMonths: row.max_months };
  const state = stateOn(facts, period, today);
  const publishedOn = isPast(row.published_on, today) ? row.published_on : undefined;
  const noticeOn = isPast(row.repair_notice_on, today) ? row.repair_notice_on : undefined;
  const expected = row.publishable || publishedOn !== undefined;
  return {
    id: row.id,
    ...namesOf(row),
    counterpartyType: row.counterparty_type,
    docNo: row.doc_no,
    sourceUnit: row.source_unit ?? undefined,
    violationType: row.violation_type,
    facts: row.facts ?? undefined,
    basis: row.basis ?? undefined,
    kinds: row.kinds,
    procedure: row.procedure ?? undefined,
    content: row.content,
    fine: row.fine_fen ?? undefined,
    confiscated: row.confiscated_fen ?? undefined,
    suspendedLicence: row.suspended_licence ?? undefined,
    severity: row.severity,
    publicityRule: {
      id: row.severity_rule_id,
      ...(row.regulator_id === null ? {} : { regulator: { id: row.regulator_id } }),
      ...period,
      basis: row.rule_basis,
    },
    decisionDate: row.decision_date,
    publishedOn,
    // Counted in the calendar only where they are asked for.
    get publishedLate() {
      return expected ? isLate(row.decision_date, publishedOn, today) : undefined;
    },
    get publicationDeadline() {
      return expected ? publicationDeadline(row.decision_date, publishedOn, today) : undefined;
    },
    publicityUntil: publicityUntil(facts, period),
    repairEligibleOn: repairEligibleOn(facts, period, today),
    repairNoticeOn: noticeOn,
    repairNoticeTogether: noticeOn === undefined ? undefined : isServedTogether(row.decision_date, noticeOn),
    publicityState: state,
    archived: !canRead(WHOSE_PENALTY, { viewer: ANONYMOUS, today }, row),
    withdrawReason: isPast(row.withdrawn_on, today) ? (row.withdraw_reason ?? undefined) : undefined,
    republishedOn: isPast(row.republished_on, today) ? row.republished_on : undefined,
    objectionPending: row.objection_pending,
    subject: subjectOf(row),
    authorityId: row.authority_id,
    authorityUscc: row.authority_uscc,
    counterpartyId: row.counterparty_id ?? undefined,
    divisionCode: row.division_code,
  };
};

/** Every penalty with its rule, whoever asks; a table expression named penalties. */
const ruledPenalties = (db: Knex): Knex.QueryBuilder =>
  db.select("*").from(
    db("penalties as p")
      .join("severity_rules as r", "r.id", "p.severity_rule_id")
      .select(
        ...COLUMNS.map((column) => `p.${column}`),
        "r.min_months",
        "r.max_months",
        "r.basis as rule_basis",
        "r.regulator_id",
        db.raw("(p.decision_date + r.min_months * interval '1 month')::date as repair_eligible_on"),
        db.raw(
          "coalesce(p.publicity_until, (p.decision_date + r.max_months * interval '1 month')::date) as publicity_ends_on",
        ),
        db.raw("(not p.counterparty_minor and r.max_months > 0 and p.withdrawn_on is null) as publishable"),
        db.raw(
          "exists (select 1 from objections o where o.record_id = p.id and o.state = 'INVESTIGATING') as objection_pending",
        ),
      )
      .as("penalties"),
  );

/** Penalties with these ids, in no order; access is decided by the service. */
export const findPenalties = async (db: Knex, ids: readonly string[]): Promise<PenaltyRow[]> =>
  (await ruledPenalties(db).whereIn("id", [...ids])) as PenaltyRow[];

/** Penalties that the viewer may know of and that fit; the caller adds parent, order and page. */
export const penaltiesQuery = (db: Knex, viewer: Viewer, today: string, filter: PenaltyFilter): Knex.QueryBuilder => {
  const query = readableRows(ruledPenalties(db), WHOSE_PENALTY, { viewer, today });
  if (filter.severity) query.where("severity", filter.severity);
  if (filter.authorityId) query.where("authority_id", filter.authorityId);
  if (filter.division) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  if (filter.year != null) query.whereBetween("decision_date", [`${filter.year}-01-01`, `${filter.year}-12-31`]);
  if (filter.archived != null)
    (filter.archived ? unreadableRows : readableRows)(query, WHOSE_PENALTY, { viewer: ANONYMOUS, today });
  if (filter.mine) readableRows(query, OF_COUNTERPARTY, { viewer });
  return query;
};

/** Penalties in publicity that may be repaired now or later and are not being so, for those who may know of repair: who is not entitled gets none. */
export const repairScheduleQuery = (db: Knex, viewer: Viewer, today: string): Knex.QueryBuilder => {
  const query = readableRows(ruledPenalties(db), WHOSE_PENALTY, { viewer: ANONYMOUS, today })
    .whereNull("republished_on")
    .whereRaw(
      "not exists (select 1 from repair_cases c where c.record_id = penalties.id and c.state in ('APPLIED', 'ACCEPTED'))",
    );
  return readableRows(query, OF_PARTIES, { viewer });
};

/** Those of the schedule for which repair may be applied on the day. */
export const repairableQuery = (db: Knex, viewer: Viewer, today: string): Knex.QueryBuilder =>
  repairScheduleQuery(db, viewer, today).where("repair_eligible_on", "<=", today);

/** Those of the schedule about the viewer, or about the enterprise the viewer acts for. */
export const ownRepairScheduleQuery = (db: Knex, viewer: Viewer, today: string): Knex.QueryBuilder =>
  readableRows(repairScheduleQuery(db, viewer, today), OF_COUNTERPARTY, { viewer });
