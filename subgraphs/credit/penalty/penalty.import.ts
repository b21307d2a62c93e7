/** Import of penalties from the publicity table (双公示 行政处罚, CF_*): classified and bounded by the severity rules. */
import type { NewOf } from "../../../platform/database/index.js";
import {
  coded,
  endOf,
  everyField,
  extended,
  type ImportKind,
  type MappedRow,
  required,
  type ResolveContext,
  type RowContext,
  type RowNotice,
} from "../../../platform/import/index.js";
import {
  acceptRecord,
  keyOfRecord,
  NAMING_RECORDS,
  OWNER_OF_RECORDS,
  subjectOfRecord,
  unpublishedRecord,
  type RecordItem,
} from "../counterparty/counterparty.import.js";
import { identityOf, recordColumns, resolveRecords } from "../counterparty/counterparty.resolution.js";
import { refuseOtherPersons } from "../counterparty/other-person.repository.js";
import { sealRecords, upsertRecords } from "../counterparty/upsert.repository.js";
import { classify, ruleOf } from "../severity-rule/severity-rule.js";
import { findSeverityRules } from "../severity-rule/severity-rule.repository.js";
import type { PenaltyKind, Procedure, Severity } from "./penalty.enums.js";
import { PENALTY_FIELDS } from "./penalty.fields.js";
import { boundedUntil, fenOfWan, fineNotice, kindsOf, noticeDayOf, performanceOf } from "./penalty.list-rules.js";
import { PENALTIES } from "./penalty.rows.js";
import { PROCEDURES, SEVERITIES, STANDINGS } from "./penalty.words.js";

/** A checked row; amounts are text, so that the item can be hashed. */
interface PenaltyItem extends RecordItem {
  readonly violationType: string;
  readonly facts?: string;
  readonly basis?: string;
  readonly kinds: readonly PenaltyKind[];
  readonly content: string;
  readonly fineFen?: string;
  readonly confiscatedFen?: string;
  readonly suspendedLicence?: string;
  readonly procedure?: Procedure;
  readonly severity?: Severity;
  /** True where the export says no severity and the rules do. */
  readonly severityByRule?: true;
  readonly publicityUntil?: string;
  /** True where the day that the file gives is not kept, because the rule in force came after the decision. */
  readonly untilByRule?: true;
  readonly severityRuleId?: string;
  readonly repairNoticeOn?: string;
  /** Absent where it is not known. */
  readonly dutyPerformed?: boolean;
  readonly dutyPerformedOn?: string;
}

/** Rows of the table. */
export const penaltyImport: ImportKind<PenaltyItem> = {
  kind: "penalties",
  fields: PENALTY_FIELDS,
  keyOf: keyOfRecord,
  owner: OWNER_OF_RECORDS,
  undo: { table: "penalties", key: "id", namedBy: NAMING_RECORDS },
  subjectOf: subjectOfRecord,
  unpublishedOf: (item) => unpublishedPenalty(item),
  noticesOf: ({ untilByRule }) => (untilByRule ? [UNTIL_BY_RULE] : []),
  accept: (row, context) => acceptPenalty(row, context),
  resolve: (items, context) => resolvePenalties(items, context),
  seal: (trx, items, { recordKeys }) => sealRecords(trx, "penalties", items, recordKeys),
  write: (trx, items, { today, recordKeys }) =>
    upsertRecords(
      trx,
      PENALTIES,
      items.map((item) => ({ identity: identityOf(item), columns: columnsOf(item, today) })),
      recordKeys,
    ),
};

const UNTIL_BY_RULE: RowNotice = {
  field: "publicityUntil",
  rule: "PUBLICITY_BY_RULE",
  remedy:
    "The decision is older than the rule of its severity: the day that the file gives is outside of the rule's bounds and is not kept, publicity ends as the rule says.",
};

/** Why a penalty is loaded and not published; a day of publicity that the file gives is told, and not kept. */
const unpublishedPenalty = (item: PenaltyItem): RowNotice | undefined => {
  if (!item.ruleSeals) return unpublishedRecord(item);
  const field =
    item.publishedOn !== undefined ? "publishedOn" : item.publicityUntil !== undefined ? "publicityUntil" : undefined;
  return {
    field: field ?? "severity",
    rule: "MINOR_NOT_PUBLISHED",
    remedy: `Minor penalties are not published (信用修复管理办法, L23): only its parties read it.${
      field === undefined ? "" : " The day of publicity that the file gives is not kept."
    } Where the regulator's own rule publishes them, load it (npm run import -- severity-rules) and then the file again.`,
  };
};

const acceptPenalty = (row: MappedRow, context: RowContext): PenaltyItem => {
  const read = everyField({
    record: () => acceptRecord(row, context),
    violationType: () => required(row, "violationType", "VIOLATION_TYPE_MISSING", "Say which kind of breach it was."),
    kinds: () => kindsOf(row["kinds"]),
    content: () => required(row, "content", "CONTENT_MISSING", "Say what was decided."),
    fine: () => fenOfWan("fineWan", row["fineWan"]),
    confiscated: () => fenOfWan("confiscatedWan", row["confiscatedWan"]),
    procedure: () => coded(PROCEDURES, "procedure", row["procedure"], "PROCEDURE_UNKNOWN"),
    severity: () => coded(SEVERITIES, "severity", row["severity"], "SEVERITY_UNKNOWN"),
    standing: () => coded(STANDINGS, "state", row["state"], "PENALTY_STATE_UNKNOWN"),
    publicityUntil: () => endOf("publicityUntil", row["publicityUntil"], context.notice),
  });
  const { record, violationType, kinds, content, fine, confiscated, procedure, severity, publicityUntil } = read;
  const told = everyField({
    repairNoticeOn: () => noticeDayOf(row, record.decisionDate, context.today),
    performance: () => performanceOf(row, record.decisionDate, context.today),
  });
  const contradiction = fineNotice(content, fine);
  if (contradiction) context.notice(contradiction);
  return extended(record, {
    violationType,
    facts: row["facts"],
    basis: row["basis"],
    kinds,
    content,
    fineFen: fine?.toString(),
    confiscatedFen: confiscated?.toString(),
    suspendedLicence: row["suspendedLicence"],
    procedure,
    severity,
    publicityUntil,
    repairNoticeOn: told.repairNoticeOn,
    ...told.performance,
  });
};

const resolvePenalties = async (
  items: readonly PenaltyItem[],
  context: ResolveContext<PenaltyItem>,
): Promise<(PenaltyItem | Error)[]> => {
  const rules = await findSeverityRules(context.db);
  const resolved = await resolveRecords(items, context, ({ kinds, basis }) => ({ record: "PENALTY", kinds, basis }));
  return (await refuseOtherPersons("penalties", resolved, context)).map((item) => {
    if (item instanceof Error) return item;
    const fine = item.fineFen === undefined ? undefined : BigInt(item.fineFen);
    const decider = { uscc: item.authorityUscc, system: item.repairSystem, division: item.division! };
    const severity = item.severity ?? classify(rules, decider, { ...item, fine });
    const rule = ruleOf(rules, decider, severity, item.decisionDate);
    const until = boundedUntil(item, rule);
    if (until instanceof Error) return until;
    return extended(item, {
      ...until,
      severity,
      ...(item.severity === undefined ? { severityByRule: true as const } : {}),
      severityRuleId: rule.id,
      ...(rule.maxMonths === 0 ? { ruleSeals: true as const } : {}),
    });
  });
};

/** What happened to a penalty since, which no export says. */
type Later =
  | "revokedOn"
  | "revocationNo"
  | "withdrawnOn"
  | "withdrawReason"
  | "repairedOn"
  | "republishedOn"
  | "shieldedFrom"
  | "shieldedTo"
  | "shieldRulingNo";

const columnsOf = (item: PenaltyItem, today: string): Omit<NewOf<typeof PENALTIES>, "id" | "version" | Later> =>
  extended(recordColumns(item, today), {
    violationType: item.violationType,
    facts: item.facts,
    basis: item.basis,
    kinds: [...item.kinds],
    content: item.content,
    fine: fenOf(item.fineFen),
    confiscated: fenOf(item.confiscatedFen),
    suspendedLicence: item.suspendedLicence,
    procedure: item.procedure,
    severity: item.severity!,
    severityByRule: item.severityByRule === true,
    severityRuleId: item.severityRuleId!,
    publicityUntil: item.ruleSeals ? undefined : item.publicityUntil,
    repairNoticeOn: item.repairNoticeOn,
    dutyPerformed: item.dutyPerformed,
    dutyPerformedOn: item.dutyPerformedOn,
    repairSystem: item.repairSystem,
  });

const fenOf = (text: string | undefined): bigint | undefined => (text === undefined ? undefined : BigInt(text));
