/** Import of licences from the publicity table (双公示 行政许可, XK_*). */
import type { NewOf } from "../../../platform/database/index.js";
import {
  coded,
  dayOf,
  endOf,
  everyField,
  extended,
  type ImportKind,
  type MappedRow,
  required,
  type RowContext,
  RowRefused,
} from "../../../platform/import/index.js";
import { recordFields } from "../counterparty/counterparty.fields.js";
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
import { LicenceCategory } from "./licence.enums.js";
import { LICENCES } from "./licence.rows.js";

/** A checked row. */
interface LicenceItem extends RecordItem {
  readonly docName?: string;
  readonly category: LicenceCategory;
  readonly certName?: string;
  readonly licenceNo?: string;
  readonly content: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly revoked: boolean;
  readonly caseNo?: string;
}

/** Categories by code and word. */
export const CATEGORIES: Readonly<Record<string, LicenceCategory>> = {
  "01": LicenceCategory.ORDINARY_01,
  普通: LicenceCategory.ORDINARY_01,
  "02": LicenceCategory.FRANCHISE_02,
  特许: LicenceCategory.FRANCHISE_02,
  "03": LicenceCategory.RECOGNITION_03,
  认可: LicenceCategory.RECOGNITION_03,
  "04": LicenceCategory.VERIFICATION_04,
  核准: LicenceCategory.VERIFICATION_04,
  "05": LicenceCategory.REGISTRATION_05,
  登记: LicenceCategory.REGISTRATION_05,
  "06": LicenceCategory.OTHER_06,
  其他: LicenceCategory.OTHER_06,
};

/** True where the licence is no longer valid. */
export const REVOKED: Readonly<Record<string, boolean>> = { "1": false, 有效: false, "2": true, 无效: true };

/** The same in tables of 2015 (发改电〔2015〕557号), where 1 is withdrawn; 2 异议 and 3 其他 are neither. */
const REVOKED_2015: Readonly<Record<string, boolean>> = { "0": false, 正常: false, "1": true, 撤销: true };

/** Rows of the table. */
export const licenceImport: ImportKind<LicenceItem> = {
  kind: "licences",
  fields: {
    ...recordFields("XK", {
      codes: ["XK_XKJGDM", "许可机关统一社会信用代码"],
      names: ["XK_XKJG", "许可机关", "许可机关名称"],
    }),
    docName: { doc: "Name of the decision.", columns: ["XK_XKWS", "行政许可决定文书名称"] },
    category: {
      words: ["普通", "特许", "认可", "核准", "登记", "其他"],
      doc: "Category: 01 ordinary to 06 other, or in words (其他-… for others).",
      columns: ["XK_XKLB", "许可类别"],
      holds: "CODE",
    },
    approvalType: {
      doc: "The same in tables of 2015, whose states have other codes: 0 正常, 1 撤销.",
      columns: ["XK_SPLB", "审批类别", "审核类型"],
      holds: "CODE",
    },
    certName: { doc: "Name of the certificate.", columns: ["XK_XKZS", "许可证书名称"] },
    licenceNo: { doc: "Number of the certificate.", columns: ["XK_XKBH", "许可编号"], holds: "CODE" },
    content: { doc: "What is licensed.", columns: ["XK_NR", "许可内容"], required: true },
    validFrom: { doc: "First day of validity.", columns: ["XK_YXQZ", "有效期自"], holds: "CODE" },
    validTo: {
      example: "长期",
      doc: "Last day of validity; 长期 for none.",
      columns: ["XK_YXQZI", "XK_JZQ", "有效期至", "有效期止", "许可截止期", "许可截止日期"],
      holds: "CODE",
    },
    state: {
      words: ["有效", "无效"],
      doc: "1 valid, 2 not valid.",
      columns: ["XK_ZT", "当前状态", "许可状态"],
      holds: "CODE",
    },
    caseNo: {
      doc: "Case in which it was granted; its agency and supervisors alone see it.",
      columns: ["PROJECT_NO", "办件编号"],
      holds: "CODE",
    },
  },
  keyOf: keyOfRecord,
  owner: OWNER_OF_RECORDS,
  undo: { table: "licences", key: "id", namedBy: NAMING_RECORDS },
  subjectOf: subjectOfRecord,
  unpublishedOf: unpublishedRecord,
  accept: (row, context) => acceptLicence(row, context),
  resolve: async (items, context) =>
    refuseOtherPersons("licences", await resolveRecords(items, context, () => ({ record: "LICENCE" })), context),
  seal: (trx, items, { recordKeys }) => sealRecords(trx, "licences", items, recordKeys),
  write: (trx, items, { today, recordKeys }) =>
    upsertRecords(
      trx,
      LICENCES,
      items.map((item) => ({ identity: identityOf(item), columns: columnsOf(item, today) })),
      recordKeys,
    ),
};

const categoryOf = (row: MappedRow): LicenceCategory => {
  const category = coded(
    CATEGORIES,
    "category",
    (row["category"] ?? row["approvalType"])?.replace(/^其他[-－—].*$/u, "其他"),
    "LICENCE_CATEGORY_UNKNOWN",
  );
  if (category === undefined) throw new RowRefused("category", "LICENCE_CATEGORY_MISSING", "Give the category.");
  return category;
};

const acceptLicence = (row: MappedRow, context: RowContext): LicenceItem => {
  const read = everyField({
    record: () => acceptRecord(row, context),
    category: () => categoryOf(row),
    content: () => required(row, "content", "CONTENT_MISSING", "Say what is licensed."),
    validFrom: () => dayOf("validFrom", row["validFrom"]),
    validTo: () => endOf("validTo", row["validTo"], context.notice),
    revoked: () =>
      coded(
        row["category"] === undefined && row["approvalType"] !== undefined ? REVOKED_2015 : REVOKED,
        "state",
        row["state"],
        "LICENCE_STATE_UNKNOWN",
      ) ?? false,
  });
  const { record, category, content, validFrom, validTo, revoked } = read;
  if (validFrom !== undefined && validTo !== undefined && validTo < validFrom)
    throw new RowRefused("validTo", "PERIOD_REVERSED", "The last day of validity lies before the first.");
  return extended(record, {
    docName: row["docName"],
    category,
    certName: row["certName"],
    licenceNo: row["licenceNo"],
    content,
    validFrom,
    validTo,
    revoked,
    caseNo: row["caseNo"],
  });
};

/** What is no column of an export: the matter, and what happened since. */
type Later = "matterId" | "revokedOn" | "revocationNo" | "withdrawnOn" | "withdrawReason";

/** What an export says. */
const columnsOf = (item: LicenceItem, today: string): Omit<NewOf<typeof LICENCES>, "id" | "version" | Later> =>
  extended(recordColumns(item, today), {
    docName: item.docName,
    category: item.category,
    certName: item.certName,
    licenceNo: item.licenceNo,
    content: item.content,
    validFrom: item.validFrom,
    validTo: item.validTo,
    revoked: item.revoked,
    caseNo: item.caseNo,
  });
