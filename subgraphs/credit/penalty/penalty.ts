/** A row of penalties as what it means on a day: domain object, state of publicity, facts of its guards. Pure. */
import { ANONYMOUS } from "../../../platform/auth/viewer.js";
import type { RowOf } from "../../../platform/database/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { namesOf, subjectOf } from "../counterparty/counterparty.js";
import type { PublishedRow } from "../counterparty/counterparty.rows.js";
import { isLate, publicationDeadline } from "../publication/publication.status.js";
import { repairRulesOf } from "../repair-rules/repair-rules.js";
import type { WhenUnperformed } from "../severity-rule/severity-rule.enums.js";
import { DutyPerformance } from "./penalty.enums.js";
import { WHOSE_PENALTY } from "./penalty.policy.js";
import { PENALTIES } from "./penalty.rows.js";
import {
  isServedTogether,
  isToBePublished,
  publicityUntil,
  repairEligibleOn,
  stateOn,
  type PublicityFacts,
  type PublicityPeriod,
} from "./penalty.status.js";
import type { AdministrativePenalty } from "./penalty.type.js";
import type { PublicityGuardFacts, PublicityState } from "./publicity.state.js";

/** A row of penalties with the rule that bounds its publicity. */
export interface PenaltyRow extends RowOf<typeof PENALTIES>, PublishedRow {
  readonly min_months: number;
  readonly max_months: number;
  readonly when_unperformed: WhenUnperformed;
  /** True where the rule publishes nothing. */
  readonly rule_seals: boolean;
  readonly repair_eligible_on: string | null;
  /** Last day of publicity (penalty.status.ts); null while it has no end. */
  readonly publicity_ends_on: string | null;
}

const shown = PENALTIES.to<AdministrativePenalty>()(
  "counterpartyUscc",
  "counterpartyHash",
  "partyName",
  "headName",
  "counterpartyMinor",
  "publicFrom",
  "publicationDayKnown",
  "publicityUntil",
  "withdrawnOn",
  "withdrawReason",
  "repairedOn",
  "republishedOn",
  "shieldedFrom",
  "shieldedTo",
  "shieldRulingNo",
  "repairNoticeOn",
  "dutyPerformed",
  "dutyPerformedOn",
  "revokedOn",
  "revocationNo",
  "repairSystem",
  "version",
);

const performanceOf = (performed: boolean | null): DutyPerformance =>
  performed === null ? DutyPerformance.UNKNOWN : performed ? DutyPerformance.PERFORMED : DutyPerformance.NOT_PERFORMED;

const publicityFacts = (row: PenaltyRow): PublicityFacts => ({
  decisionDate: row.decision_date,
  publishedOn: row.published_on ?? undefined,
  publicityUntil: row.publicity_until ?? undefined,
  withdrawnOn: row.withdrawn_on ?? undefined,
  repairedOn: row.repaired_on ?? undefined,
  republishedOn: row.republished_on ?? undefined,
  shieldedFrom: row.shielded_from ?? undefined,
  shieldedTo: row.shielded_to ?? undefined,
  sealed: row.sealed || row.counterparty_minor,
  performance: performanceOf(row.duty_performed),
  dutyPerformedOn: row.duty_performed_on ?? undefined,
});

const isPast = (day: string | null, today: string): day is string => day !== null && day <= today;

/** What the rule for its severity says of publicity. */
const periodOf = (row: PenaltyRow): PublicityPeriod => ({
  minMonths: row.min_months,
  maxMonths: row.max_months,
  whenUnperformed: row.when_unperformed,
});

/** Where its publicity stands on the day. */
export const publicityStateOf = (row: PenaltyRow, today: string): PublicityState =>
  stateOn(publicityFacts(row), periodOf(row), today);

/** What of it guards look at on the day, as far as the row alone says it. */
export const publicityGuardsOf = (
  row: PenaltyRow,
  today: string,
): Omit<PublicityGuardFacts, "repairRuns" | "repairDecided" | "repairFoundFalse" | "planCarriedOut"> => {
  const [facts, period] = [publicityFacts(row), periodOf(row)];
  const until = publicityUntil(facts, period);
  const eligibleOn = repairEligibleOn(facts, period, today);
  return {
    today,
    sealed: facts.sealed,
    rulePublishes: period.maxMonths > 0,
    noticeServed: row.repair_notice_on !== null,
    decisionDate: row.decision_date,
    decisionRevoked: row.revoked_on !== null,
    ...(until === undefined ? {} : { publicityUntil: until }),
    ...(eligibleOn === undefined ? {} : { repairEligibleOn: eligibleOn }),
  };
};

/** Domain object of a row on the day. */
export const toPenalty = (row: PenaltyRow, today: string): AdministrativePenalty => {
  const facts = publicityFacts(row);
  const period = periodOf(row);
  const state = stateOn(facts, period, today);
  const publishedOn =
    row.publication_day_known && isToBePublished(facts, period) && isPast(row.published_on, today)
      ? row.published_on
      : undefined;
  const noticeOn = isPast(row.repair_notice_on, today) ? row.repair_notice_on : undefined;
  return shown(row, {
    ...namesOf(row),
    publishedOn,
    // Counted in the calendar only where they are asked for.
    get publishedLate() {
      return row.publishable ? isLate(row.decision_date, publishedOn, today) : undefined;
    },
    get publicationDeadline() {
      return row.publishable ? publicationDeadline(row.decision_date, publishedOn, today) : undefined;
    },
    publicityUntil: publicityUntil(facts, period),
    performance: facts.performance,
    dutyPerformedOn: facts.dutyPerformedOn,
    repairEligibleOn: repairEligibleOn(facts, period, today),
    repairRules: repairRulesOf(row.repair_system, today),
    repairNoticeOn: noticeOn,
    repairNoticeTogether: noticeOn === undefined ? undefined : isServedTogether(row.decision_date, noticeOn),
    publicityState: state,
    archived: !canRead(WHOSE_PENALTY, { viewer: ANONYMOUS, today }, row),
    withdrawReason: isPast(row.withdrawn_on, today) ? (row.withdraw_reason ?? undefined) : undefined,
    republishedOn: isPast(row.republished_on, today) ? row.republished_on : undefined,
    objectionPending: row.objection_pending,
    subject: subjectOf(row),
  });
};
