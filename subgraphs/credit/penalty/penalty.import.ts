/** Import of penalties from the publicity table (双公示 行政处罚, CF_*): classified and bounded by the severity rules. */
import type { NewOf } from "../../../platform/database/index.js";
import { fenFromYuan, type Fen } from "../../../platform/domain/index.js";
import {
  coded,
  dayOf,
  required,
  RowRefused,
  type ImportContext,
  type ImportKind,
  type MappedRow,
  type RowNotice,
} from "../../../platform/import/index.js";
import {
  acceptRecord,
  identityOf,
  keyOfRecord,
  recordColumns,
  recordFields,
  resolveRecords,
  subjectOfRecord,
  unpublishedRecord,
  type RecordItem,
} from "../counterparty/counterparty.import.js";
import { sealRecords, upsertRecords } from "../counterparty/upsert.repository.js";
import { classify, ruleOf } from "../severity-rule/severity-rule.js";
import { findSeverityRules } from "../severity-rule/severity-rule.repository.js";
import { PenaltyKind, Procedure, Severity } from "./penalty.enums.js";
import { PENALTIES } from "./penalty.rows.js";
import { isWithinPeriod } from "./penalty.status.js";

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
  readonly publicityUntil?: string;
  readonly severityRuleId?: string;
  readonly repairNoticeOn?: string;
  /** Absent where it is not known. */
  readonly dutyPerformed?: boolean;
  readonly dutyPerformedOn?: string;
}

const { WARNING, CRITICISM, FINE, CONFISCATION, LICENCE_RESTRICTION, BUSINESS_RESTRICTION, DETENTION, OTHER } =
  PenaltyKind;

const KINDS: Readonly<Record<string, PenaltyKind>> = {
  警告: WARNING,
  通报批评: CRITICISM,
  罚款: FINE,
  没收违法所得: CONFISCATION,
  没收非法财物: CONFISCATION,
  暂扣许可证件: LICENCE_RESTRICTION,
  降低资质等级: LICENCE_RESTRICTION,
  吊销许可证件: LICENCE_RESTRICTION,
  限制开展生产经营活动: BUSINESS_RESTRICTION,
  责令停产停业: BUSINESS_RESTRICTION,
  责令关闭: BUSINESS_RESTRICTION,
  限制从业: BUSINESS_RESTRICTION,
  行政拘留: DETENTION,
  其他: OTHER,
};

const SEVERITIES: Readonly<Record<string, Severity>> = {
  MINOR: Severity.MINOR,
  轻微: Severity.MINOR,
  GENERAL: Severity.GENERAL,
  一般: Severity.GENERAL,
  SERIOUS: Severity.SERIOUS,
  严重: Severity.SERIOUS,
};

const PROCEDURES: Readonly<Record<string, Procedure>> = {
  "01": Procedure.SIMPLE_01,
  简易程序: Procedure.SIMPLE_01,
  "02": Procedure.GENERAL_02,
  一般程序: Procedure.GENERAL_02,
  普通程序: Procedure.GENERAL_02,
};

/** True where the duty is performed in full; null where the source does not know. */
const PERFORMANCES: Readonly<Record<string, boolean | null>> = {
  PERFORMED: true,
  已履行: true,
  履行完毕: true,
  已履行完毕: true,
  全部履行: true,
  NOT_PERFORMED: false,
  未履行: false,
  部分履行: false,
  未全部履行: false,
  未完全履行: false,
  UNKNOWN: null,
  未知: null,
};

/** Rows of the table. */
export const penaltyImport: ImportKind<PenaltyItem> = {
  kind: "penalties",
  fields: {
    ...recordFields("CF", ["CF_CFJGDM", "处罚机关统一社会信用代码"]),
    violationType: { doc: "Kind of breach.", columns: ["CF_WFXW", "违法行为类型"], required: true },
    facts: { doc: "Facts.", columns: ["CF_SY", "CF_WFSS", "违法事实"] },
    basis: { doc: "Legal basis.", columns: ["CF_YJ", "处罚依据"] },
    kinds: {
      doc: "Kinds of penalty in the words of 行政处罚法 第九条, separated by 、 or comma (其他-… for others).",
      columns: ["CF_CFLB", "处罚类别"],
      required: true,
    },
    content: { doc: "What was decided.", columns: ["CF_NR", "处罚内容"], required: true },
    fineWan: { doc: "Fine in units of 10,000 yuan.", columns: ["CF_NR_FK", "罚款金额（万元）"], holds: "CODE" },
    confiscatedWan: {
      doc: "Confiscated in units of 10,000 yuan.",
      columns: ["CF_NR_WFFF", "没收违法所得、没收非法财物的金额（万元）"],
      holds: "CODE",
    },
    suspendedLicence: { doc: "Licence suspended or revoked.", columns: ["CF_NR_ZKDX", "暂扣或吊销证照名称及编号"] },
    procedure: { doc: "01 simple, 02 general.", columns: ["CF_CX", "处罚程序"], holds: "CODE" },
    severity: {
      doc: "轻微, 一般 or 严重; classified by the regulator's rule, else the national one, where it is empty.",
      columns: ["SEVERITY", "失信严重程度"],
      holds: "CODE",
    },
    publicityUntil: {
      doc: "Last day of publicity, within the rule of the severity (L23); not kept where that publishes nothing.",
      columns: ["CF_GSJZQ", "公示截止期"],
      holds: "CODE",
    },
    repairNoticeOn: {
      doc: "Day on which the notice of repair was served, which is to go with the decision (两书同达).",
      columns: ["REPAIR_NOTICE_DATE", "信用修复告知书送达日期"],
      holds: "CODE",
    },
    performance: {
      doc: "Whether the duty was performed: 已履行, 未履行, 部分履行; not known where it is empty or 未知.",
      columns: ["PERFORMANCE", "履行情况", "义务履行情况", "履行状态"],
      holds: "CODE",
    },
    dutyPerformedOn: {
      doc: "Day on which the duty was performed in full.",
      columns: ["PERFORMED_DATE", "履行日期", "义务履行日期", "履行完毕日期"],
      holds: "CODE",
    },
  },
  keyOf: keyOfRecord,
  subjectOf: subjectOfRecord,
  unpublishedOf: (item) => unpublishedPenalty(item),
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

/** Fen of units of 10,000 yuan with at most six places, exactly. Throws RowRefused. */
const fenOfWan = (field: string, value: string | undefined): Fen | undefined => {
  if (value === undefined) return undefined;
  const match = /^(\d{1,11})(?:\.(\d{1,6})0*)?$/.exec(value.replaceAll(",", ""));
  if (!match) throw new RowRefused(field, "MONEY", "Write a decimal number of 10,000 yuan with at most six places.");
  const units = `${match[1]}${(match[2] ?? "").padEnd(6, "0")}`;
  return fenFromYuan(`${units.slice(0, -2)}.${units.slice(-2)}`, field);
};

const kindsOf = (value: string | undefined): PenaltyKind[] => {
  const names = (value ?? "").split(/[、,，;；]/u).flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
  if (names.length === 0) throw new RowRefused("kinds", "PENALTY_KIND_MISSING", "Give the kinds of penalty.");
  const kinds = names.map((name) =>
    coded(KINDS, "kinds", name.replace(/^其他[-－—].*$/u, "其他"), "PENALTY_KIND_UNKNOWN"),
  );
  return [...new Set(kinds.filter((kind) => kind !== undefined))];
};

/** Throws RowRefused. */
const noticeDayOf = (row: MappedRow, decisionDate: string, today: string): string | undefined => {
  const day = dayOf("repairNoticeOn", row["repairNoticeOn"]);
  if (day !== undefined && (day < decisionDate || day > today))
    throw new RowRefused("repairNoticeOn", "NOTICE_OUT_OF_ORDER", "The notice lies between the decision and today.");
  return day;
};

/** A day of performance says that the duty is performed. Throws RowRefused. */
const performanceOf = (
  row: MappedRow,
  decisionDate: string,
  today: string,
): Pick<PenaltyItem, "dutyPerformed" | "dutyPerformedOn"> => {
  const said = coded(PERFORMANCES, "performance", row["performance"], "PERFORMANCE_UNKNOWN");
  const dutyPerformedOn = dayOf("dutyPerformedOn", row["dutyPerformedOn"]);
  if (dutyPerformedOn === undefined) return said === undefined || said === null ? {} : { dutyPerformed: said };
  if (said === false || said === null)
    throw new RowRefused(
      "dutyPerformedOn",
      "PERFORMANCE_CONTRADICTS",
      "What is not performed has no day of performance.",
    );
  if (dutyPerformedOn < decisionDate || dutyPerformedOn > today)
    throw new RowRefused(
      "dutyPerformedOn",
      "PERFORMANCE_OUT_OF_ORDER",
      "The duty is performed between the decision and today.",
    );
  return { dutyPerformed: true, dutyPerformedOn };
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
    } Where the regulator's own rule publishes them, add it to severity_rules and load the file again.`,
  };
};

const acceptPenalty = (row: MappedRow, context: ImportContext): PenaltyItem => {
  const record = acceptRecord(row, context);
  return {
    ...record,
    violationType: required(row, "violationType", "VIOLATION_TYPE_MISSING", "Say which kind of breach it was."),
    facts: row["facts"],
    basis: row["basis"],
    kinds: kindsOf(row["kinds"]),
    content: required(row, "content", "CONTENT_MISSING", "Say what was decided."),
    fineFen: fenOfWan("fineWan", row["fineWan"])?.toString(),
    confiscatedFen: fenOfWan("confiscatedWan", row["confiscatedWan"])?.toString(),
    suspendedLicence: row["suspendedLicence"],
    procedure: coded(PROCEDURES, "procedure", row["procedure"], "PROCEDURE_UNKNOWN"),
    severity: coded(SEVERITIES, "severity", row["severity"], "SEVERITY_UNKNOWN"),
    publicityUntil: dayOf("publicityUntil", row["publicityUntil"]),
    repairNoticeOn: noticeDayOf(row, record.decisionDate, context.today),
    ...performanceOf(row, record.decisionDate, context.today),
  };
};

const resolvePenalties = async (
  items: readonly PenaltyItem[],
  context: ImportContext,
): Promise<(PenaltyItem | Error)[]> => {
  const rules = await findSeverityRules(context.db);
  return (await resolveRecords(items, context, ({ kinds, basis }) => ({ record: "PENALTY", kinds, basis }))).map(
    (item) => {
      if (item instanceof Error) return item;
      const fine = item.fineFen === undefined ? undefined : BigInt(item.fineFen);
      const severity = item.severity ?? classify(rules, item.authorityUscc, { ...item, fine });
      const rule = ruleOf(rules, item.authorityUscc, severity);
      if (
        item.publicityUntil !== undefined &&
        rule.maxMonths > 0 &&
        !isWithinPeriod(item.decisionDate, item.publicityUntil, rule)
      )
        return new RowRefused(
          "publicityUntil",
          "PUBLICITY_OUT_OF_BOUNDS",
          `Publicity of this severity ends ${rule.minMonths} to ${rule.maxMonths} months after the decision.`,
        );
      return {
        ...item,
        severity,
        severityRuleId: rule.id,
        ...(rule.maxMonths === 0 ? { ruleSeals: true as const } : {}),
      };
    },
  );
};

/** What happened to a penalty since, which no export says. */
type Later = "withdrawnOn" | "withdrawReason" | "repairedOn" | "republishedOn" | "shieldedFrom" | "shieldedTo";

const columnsOf = (item: PenaltyItem, today: string): Omit<NewOf<typeof PENALTIES>, "id" | "version" | Later> => ({
  ...recordColumns(item, today),
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
  severityRuleId: item.severityRuleId!,
  publicityUntil: item.ruleSeals ? undefined : item.publicityUntil,
  repairNoticeOn: item.repairNoticeOn,
  dutyPerformed: item.dutyPerformed,
  dutyPerformedOn: item.dutyPerformedOn,
  repairSystem: item.repairSystem,
});

const fenOf = (text: string | undefined): bigint | undefined => (text === undefined ? undefined : BigInt(text));
