/** What exports of licences and penalties have alike: counterparty, number, days, authority (双公示 exchange tables, XK_* and CF_*). */
import { createHash } from "node:crypto";
import {
  addMonths,
  hashResidentId,
  isLocalDate,
  isValidResidentId,
  normaliseDocumentNumber,
  parseOrgCode,
  parseUscc,
} from "../../../platform/domain/index.js";
import { RowRefused, type ImportContext, type ImportField, type MappedRow } from "../../../platform/import/index.js";
import { CounterpartyType } from "./counterparty.type.js";
import { PERSON, type RecordIdentity } from "./record-keys.repository.js";

/** What a row says of its counterparty, decision and authority; authority and body are resolved by reference. */
export interface RecordItem {
  /** Name of the exporting system. */
  readonly source: string;
  readonly name: string;
  readonly type: CounterpartyType;
  /** Credit code or organisation code of a body. */
  readonly code?: string;
  /** Keyed hash of a person's identity number, where the import has the key; the number itself is not kept. */
  readonly personHash?: string;
  readonly legalRep?: string;
  readonly docNo: string;
  readonly decisionDate: string;
  readonly publishedOn?: string;
  readonly authorityUscc: string;
  readonly division?: string;
  readonly sourceUnit?: string;
  readonly authorityId?: string;
  readonly counterpartyId?: string;
  readonly counterpartyUscc?: string;
}

/** Fields of both tables; `prefix` is XK or CF. */
export const recordFields = (
  prefix: "XK" | "CF",
  authority: readonly [string, string],
): Readonly<Record<string, ImportField>> => ({
  name: { doc: "Name of the counterparty.", columns: [`${prefix}_XDR_MC`, "行政相对人名称"], required: true },
  type: {
    doc: "Kind of counterparty: 01 natural person, 02 legal person, 03 unincorporated, 04 sole trader, or in words.",
    columns: [`${prefix}_XDR_LB`, "行政相对人类别"],
    required: true,
  },
  uscc: {
    doc: "Credit code of a body; both of its check characters must be right.",
    columns: [`${prefix}_XDR_SHXYM`, "行政相对人代码_1(统一社会信用代码)", "统一社会信用代码"],
  },
  orgCode: {
    doc: "Organisation code of a body without credit code.",
    columns: [`${prefix}_XDR_ZZJG`, "行政相对人代码_3(组织机构代码)", "组织机构代码"],
  },
  certNo: {
    doc: "Identity number of a natural person: checked, hashed with GOVGRAPH_SUBJECT_KEY, never stored or reported.",
    columns: [`${prefix}_XDR_ZJHM`, "自然人证件号码", "证件号码"],
  },
  legalRep: {
    doc: "Legal representative of a legal person.",
    columns: [`${prefix}_FDDB`, `${prefix}_FRDB`, "法定代表人"],
  },
  docNo: { doc: "Number of the decision.", columns: [`${prefix}_WSH`, "决定文书号", "文书号"], required: true },
  decisionDate: { doc: "Day of the decision.", columns: [`${prefix}_JDRQ`, "决定日期"], required: true },
  publishedOn: { doc: "Day of publication; the day of the import where it is empty.", columns: ["GSRQ", "公示日期"] },
  authorityUscc: { doc: "Credit code of the authority, which must be known.", columns: [...authority], required: true },
  division: {
    doc: "Division of the authority on the day of the decision; that of the authority where it is empty.",
    columns: ["AREA_CODE", "DIVISION_CODE", "行政区划", "行政区划代码"],
  },
  sourceUnit: { doc: "Unit that handed the record in.", columns: [`${prefix}_LYDW`, "数据来源单位"] },
});

const TYPES: Readonly<Record<string, CounterpartyType>> = {
  "01": CounterpartyType.NATURAL_PERSON_01,
  自然人: CounterpartyType.NATURAL_PERSON_01,
  "02": CounterpartyType.LEGAL_PERSON_02,
  法人: CounterpartyType.LEGAL_PERSON_02,
  法人及非法人组织: CounterpartyType.LEGAL_PERSON_02,
  "03": CounterpartyType.UNINCORPORATED_03,
  非法人组织: CounterpartyType.UNINCORPORATED_03,
  "04": CounterpartyType.SOLE_TRADER_04,
  个体工商户: CounterpartyType.SOLE_TRADER_04,
};

/** A day as exports write it: 2026-05-06, 2026/5/6, 20260506, 2026年5月6日, each with or without a time. Throws RowRefused. */
export const dayOf = (field: string, value: string | undefined): string | undefined => {
  if (value === undefined) return undefined;
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T].*)?$/.exec(value.normalize("NFKC").trim());
  const day = match ? `${match[1]}-${match[2]!.padStart(2, "0")}-${match[3]!.padStart(2, "0")}` : "";
  if (!isLocalDate(day)) throw new RowRefused(field, "DATE", "Write the day as YYYY-MM-DD.");
  return day;
};

/** A text that must be there. Throws RowRefused. */
export const required = (row: MappedRow, field: string, rule: string, remedy: string): string => {
  const value = row[field];
  if (value === undefined) throw new RowRefused(field, rule, remedy);
  return value;
};

/** The entry of a table of codes and words. Throws RowRefused where it has none. */
export const coded = <Value>(
  table: Readonly<Record<string, Value>>,
  field: string,
  value: string | undefined,
  rule: string,
): Value | undefined => {
  if (value === undefined) return undefined;
  const found = table[value.normalize("NFKC").trim()];
  if (found === undefined)
    throw new RowRefused(
      field,
      rule,
      `Use one of ${Object.keys(table).join(", ")}, or map the value in a mapping file.`,
    );
  return found;
};

/** Free text without the identity numbers that exports sometimes leave in it. */
export const withoutResidentIds = (text: string | undefined, today: string): string | undefined =>
  text?.replaceAll(/(?<!\d)\d{17}[\dXx]/g, (number) =>
    isValidResidentId(number, today) ? "[证件号码已隐去]" : number,
  );

/** Hash of a person's identity number. Never names the column in a refusal: its value would be kept in the report. Throws RowRefused. */
const personHashOf = (number: string | undefined, decisionDate: string, context: ImportContext): string | undefined => {
  // Passports and other papers are not looked at, and not kept.
  if (number === undefined || !/^\d{17}[\dXx]$/.test(number.normalize("NFKC").trim())) return undefined;
  if (!isValidResidentId(number, context.today))
    throw new RowRefused(undefined, "RESIDENT_ID", "Correct the identity number of the person; it does not check.");
  const digits = number.normalize("NFKC").trim();
  const birth = `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`;
  if (addMonths(birth, 12 * 18) > decisionDate)
    throw new RowRefused(undefined, "MINOR_NEVER_PUBLISHED", "Take the row out: records of minors are not published.");
  return context.subjectKey === undefined ? undefined : hashResidentId(digits, context.subjectKey);
};

const codeOf = (row: MappedRow, today: string): string => {
  if (isValidResidentId(row["uscc"] ?? "", today))
    throw new RowRefused(
      undefined,
      "RESIDENT_ID_AS_CODE",
      "The code of the body is a person's identity number: correct the kind of counterparty or the code.",
    );
  if (row["uscc"] !== undefined) return parseUscc(row["uscc"], "uscc");
  if (row["orgCode"] !== undefined) return parseOrgCode(row["orgCode"], "orgCode");
  throw new RowRefused(
    "uscc",
    "CODE_MISSING",
    "Give the credit code or the organisation code of the body; bodies are never matched by name.",
  );
};

/** Identity of a row in its file: authority, number and body. */
export const keyOfRecord = (row: MappedRow): string | undefined =>
  row["docNo"] === undefined
    ? undefined
    : [row["authorityUscc"], normaliseDocumentNumber(row["docNo"]), row["uscc"] ?? row["orgCode"]]
        .join(" ")
        .toUpperCase();

/** What both kinds have alike. Throws RowRefused, or BAD_USER_INPUT that names a field. */
export const acceptRecord = (row: MappedRow, context: ImportContext): RecordItem => {
  const docNo = normaliseDocumentNumber(
    required(row, "docNo", "DOC_NO_MISSING", "Give the number of the decision: a record without one is not published."),
  );
  const name = required(row, "name", "NAME_MISSING", "Give the name of the counterparty.");
  const type = coded(TYPES, "type", row["type"], "COUNTERPARTY_TYPE_UNKNOWN");
  if (type === undefined) throw new RowRefused("type", "COUNTERPARTY_TYPE_MISSING", "Say what the counterparty is.");
  const decisionDate = dayOf("decisionDate", row["decisionDate"]);
  if (decisionDate === undefined) throw new RowRefused("decisionDate", "DATE_MISSING", "Give the day of the decision.");
  const publishedOn = dayOf("publishedOn", row["publishedOn"]);
  if (decisionDate > context.today)
    throw new RowRefused("decisionDate", "DATE_IN_FUTURE", "Give the day on which it was decided.");
  if (publishedOn !== undefined && (publishedOn < decisionDate || publishedOn > context.today))
    throw new RowRefused("publishedOn", "PUBLISHED_OUT_OF_ORDER", "Publication lies between the decision and today.");
  const authority = required(row, "authorityUscc", "AUTHORITY_MISSING", "Give the credit code of the authority.");
  const authorityUscc = parseUscc(authority, "authorityUscc");
  const person = type === CounterpartyType.NATURAL_PERSON_01;
  const code = person ? undefined : codeOf(row, context.today);
  return {
    source: context.source,
    name,
    type,
    code,
    personHash: person ? personHashOf(row["certNo"], decisionDate, context) : undefined,
    legalRep: type === CounterpartyType.LEGAL_PERSON_02 ? row["legalRep"] : undefined,
    docNo,
    decisionDate,
    publishedOn,
    authorityUscc,
    division: row["division"],
    sourceUnit: withoutResidentIds(row["sourceUnit"], context.today),
  };
};

interface KnownBody {
  readonly id: string;
  readonly uscc?: string;
  readonly divisionCode?: string;
}

/** Asks reference for the authorities, which must be known, and for the bodies, which are created where they are not. */
export const resolveRecords = async <Item extends RecordItem>(
  items: readonly Item[],
  { call, source }: ImportContext,
): Promise<(Item | Error)[]> => {
  const codes = [...new Set(items.map(({ authorityUscc }) => authorityUscc))];
  const found = await call<(KnownBody | null)[]>("reference", "organizationsByUscc", codes);
  const authorities = new Map(codes.map((code, index) => [code, found[index] ?? undefined]));
  const divisions = [...new Set(items.flatMap(({ division }) => division ?? []))];
  const known = new Set(await call<string[]>("reference", "knownDivisions", divisions));
  const registrations = new Map(
    items.flatMap(({ code, name, authorityUscc }) =>
      code === undefined || !authorities.get(authorityUscc) ? [] : [[code, { code, name, source }] as const],
    ),
  );
  const bodies = await call<KnownBody[]>("reference", "registerOrganizations", [...registrations.values()]);
  const byCode = new Map([...registrations.keys()].map((code, index) => [code, bodies[index]!]));
  return items.map((item) => {
    const authority = authorities.get(item.authorityUscc);
    if (!authority)
      return new RowRefused("authorityUscc", "AUTHORITY_UNKNOWN", "Import the authority as an organisation first.");
    const division = item.division ?? authority.divisionCode;
    if (division === undefined || (item.division !== undefined && !known.has(division)))
      return new RowRefused("division", "DIVISION_UNKNOWN", "Use a division of the national table (GB/T 2260).");
    const body = item.code === undefined ? undefined : byCode.get(item.code);
    return {
      ...item,
      division,
      authorityId: authority.id,
      counterpartyId: body?.id,
      counterpartyUscc: body?.uscc,
    };
  });
};

/** By what a record is found again at its next import. */
export const identityOf = ({ source, authorityUscc, docNo, code }: RecordItem): RecordIdentity => ({
  source,
  authorityUscc,
  docNo,
  code: code ?? PERSON,
});

/** Columns of a resolved item that licences and penalties have alike. */
export const recordColumns = (item: RecordItem, today: string): Record<string, unknown> => ({
  counterparty_id: item.counterpartyId ?? null,
  counterparty_uscc: item.counterpartyUscc ?? null,
  counterparty_hash: item.personHash ?? null,
  counterparty_name: item.name,
  counterparty_type: item.type,
  legal_rep_name: item.legalRep ?? null,
  authority_id: item.authorityId,
  authority_uscc: item.authorityUscc,
  division_code: item.division,
  doc_no: item.docNo,
  source_unit: item.sourceUnit ?? null,
  decision_date: item.decisionDate,
  published_on: item.publishedOn ?? today,
  content_hash: createHash("sha256").update(JSON.stringify(item)).digest("hex"),
});
