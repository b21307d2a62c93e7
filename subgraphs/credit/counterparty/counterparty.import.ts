/** What exports of licences and penalties have alike: counterparty, number, days, authority (双公示 exchange tables, XK_* and CF_*). */
import type { NewOf } from "../../../platform/database/index.js";
import type { LICENCES } from "../licence/licence.rows.js";
import type { PUBLISHED_COLUMNS } from "./counterparty.rows.js";
import { createHash } from "node:crypto";
import {
  looksLikePersonName,
  normaliseDocumentNumber,
  parseOrgCode,
  parseUscc,
} from "../../../platform/domain/index.js";
import {
  coded,
  dayOf,
  required,
  RowRefused,
  RowSealed,
  type ImportContext,
  type ImportField,
  type MappedRow,
  type RowNotice,
  type RowSubject,
} from "../../../platform/import/index.js";
import { repairSystemOf, type RepairSystem } from "../repair-rules/repair-rules.js";
import { CounterpartyType } from "./counterparty.enums.js";
import { personOf } from "./person.import.js";
import { PERSON, type RecordIdentity } from "./record-keys.repository.js";
import { sealingOf, sealingRemedy, type SealingFacts } from "./sealed.js";

/** What a row says of its counterparty, decision and authority; authority and body are resolved by reference. */
export interface RecordItem {
  /** Name of the exporting system. */
  readonly source: string;
  readonly name: string;
  readonly type: CounterpartyType;
  /** Credit code or organisation code of a body. */
  readonly code?: string;
  /** Keyed hash of a person's identity number, where the export gives one; the number itself is not kept. */
  readonly personHash?: string;
  /** True for a person of whom the export does not say that they are of age. */
  readonly ageUnknown?: true;
  /** True for a person who was not of age. */
  readonly minor?: true;
  /** Code of the law that seals it; such an item is written nowhere. */
  readonly sealedBy?: string;
  /** True where the rule of its severity publishes nothing. */
  readonly ruleSeals?: true;
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
  /** Measures of their own by which the authority's system repairs; absent for the general ones. */
  readonly repairSystem?: RepairSystem;
}

/** Fields of both tables; `prefix` is XK or CF. */
export const recordFields = (
  prefix: "XK" | "CF",
  authority: readonly [string, string],
): Readonly<Record<string, ImportField>> => ({
  name: {
    doc: "Name of the counterparty.",
    columns: [`${prefix}_XDR_MC`, "行政相对人名称"],
    required: true,
    holds: "NAME",
  },
  type: {
    doc: "Kind of counterparty: 01 natural person, 02 legal person, 03 unincorporated, 04 sole trader, or in words.",
    columns: [`${prefix}_XDR_LB`, "行政相对人类别"],
    required: true,
    holds: "CODE",
  },
  uscc: {
    doc: "Credit code of a body; both of its check characters must be right.",
    columns: [`${prefix}_XDR_SHXYM`, "行政相对人代码_1(统一社会信用代码)", "统一社会信用代码"],
    holds: "BODY_CODE",
  },
  orgCode: {
    doc: "Organisation code of a body without credit code.",
    columns: [`${prefix}_XDR_ZZJG`, "行政相对人代码_3(组织机构代码)", "组织机构代码"],
    holds: "BODY_CODE",
  },
  certNo: {
    doc: "Identity number of a natural person: checked, hashed with GOVGRAPH_SUBJECT_KEY, never stored or reported.",
    columns: [`${prefix}_XDR_ZJHM`, "自然人证件号码", "证件号码"],
    holds: "PERSON",
    hashed: true,
  },
  birthDate: {
    doc: "Day of birth of a natural person without identity number; read, not stored.",
    columns: [`${prefix}_XDR_CSRQ`, "自然人出生日期", "出生日期"],
    holds: "PERSON",
  },
  ofAge: {
    doc: "Whether a natural person without identity number was of age on the day of the decision: 是 or 否. As a constant of the mapping it is the agency's declaration for the whole file. Without it such a record is loaded and not published (AGE_UNKNOWN).",
    columns: ["OF_AGE", "是否成年"],
    holds: "CODE",
  },
  legalRep: {
    doc: "Legal representative of a legal person.",
    columns: [`${prefix}_FDDB`, `${prefix}_FRDB`, "法定代表人"],
    holds: "PERSON_NAME",
  },
  docNo: {
    doc: "Number of the decision.",
    columns: [`${prefix}_WSH`, "决定文书号", "文书号"],
    required: true,
    holds: "CODE",
  },
  decisionDate: { doc: "Day of the decision.", columns: [`${prefix}_JDRQ`, "决定日期"], required: true, holds: "CODE" },
  publishedOn: {
    doc: "Day of publication; the day of the import where it is empty.",
    columns: ["GSRQ", "公示日期"],
    holds: "CODE",
  },
  authorityUscc: {
    doc: "Credit code of the authority, which must be known.",
    columns: [...authority],
    required: true,
    holds: "BODY_CODE",
  },
  division: {
    doc: "Division of the authority on the day of the decision; that of the authority where it is empty.",
    columns: ["AREA_CODE", "DIVISION_CODE", "行政区划", "行政区划代码"],
    holds: "CODE",
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

/**
 * Of whom a row speaks. A person's name is nobody else's to read. A sole trader is a body; whoever runs it is a person, and an
 * unincorporated body's head is not published either. The legal representative of a legal person is on the public register.
 */
export const subjectOfRecord = (row: MappedRow): RowSubject => {
  const [name, head] = [row["name"] ?? [], row["legalRep"] ?? []].map((value) => [value].flat()) as [
    string[],
    string[],
  ];
  switch (TYPES[row["type"]?.normalize("NFKC").trim() ?? ""]) {
    case CounterpartyType.LEGAL_PERSON_02:
      return { natural: false, names: [], publicNames: head };
    case CounterpartyType.UNINCORPORATED_03:
      return { natural: false, names: head };
    case CounterpartyType.SOLE_TRADER_04:
      // One without a trade name is registered under the name of whoever runs it.
      return { natural: false, names: [...head, ...name.filter(looksLikePersonName)] };
    default:
      return { natural: true, names: name };
  }
};

/** Why a record is loaded and not published. */
export const unpublishedRecord = ({ ageUnknown }: RecordItem): RowNotice | undefined =>
  ageUnknown
    ? {
        field: "certNo",
        rule: "AGE_UNKNOWN",
        remedy:
          "Records of minors are sealed: give the identity number or the day of birth, or let the agency declare in the mapping that its persons are of age (ofAge).",
      }
    : undefined;

const codeOf = (row: MappedRow): string => {
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
  const code = person ? undefined : codeOf(row);
  return {
    source: context.source,
    name,
    type,
    code,
    ...(person ? personOf(row, decisionDate, context) : {}),
    legalRep: type === CounterpartyType.LEGAL_PERSON_02 ? row["legalRep"] : undefined,
    docNo,
    decisionDate,
    publishedOn,
    authorityUscc,
    division: row["division"],
    sourceUnit: row["sourceUnit"],
  };
};

interface KnownBody {
  readonly id: string;
  readonly name?: string;
  readonly uscc?: string;
  readonly divisionCode?: string;
}

/**
 * Asks reference for the authorities, which must be known, and for the bodies, which are created where they are not. What a law seals is
 * refused before anything else is said of it, and before reference hears of its body.
 */
export const resolveRecords = async <Item extends RecordItem>(
  items: readonly Item[],
  { call, source, today }: ImportContext,
  shown: (item: Item) => Pick<SealingFacts, "record" | "kinds" | "basis">,
): Promise<(Item | Error)[]> => {
  const codes = [...new Set(items.map(({ authorityUscc }) => authorityUscc))];
  const found = await call<(KnownBody | null)[]>("reference", "organizationsByUscc", codes);
  const authorities = new Map(codes.map((code, index) => [code, found[index] ?? undefined]));
  const sealed = items.map((item) => {
    const { docNo, minor = false, authorityUscc } = item;
    const authorityName = authorities.get(authorityUscc)?.name;
    const sealing = sealingOf({ ...shown(item), docNo, minor, authorityName }, today);
    return sealing && new RowSealed(sealing.law.rule, sealingRemedy(sealing), { ...item, sealedBy: sealing.law.code });
  });
  const divisions = [...new Set(items.flatMap(({ division }) => division ?? []))];
  const known = new Set(await call<string[]>("reference", "knownDivisions", divisions));
  const registrations = new Map(
    items.flatMap(({ code, name, authorityUscc }, index) =>
      code === undefined || sealed[index] || !authorities.get(authorityUscc)
        ? []
        : [[code, { code, name, source }] as const],
    ),
  );
  const bodies = await call<KnownBody[]>("reference", "registerOrganizations", [...registrations.values()]);
  const byCode = new Map([...registrations.keys()].map((code, index) => [code, bodies[index]!]));
  return items.map((item, index) => {
    if (sealed[index]) return sealed[index];
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
      ...(repairSystemOf(authority) === undefined ? {} : { repairSystem: repairSystemOf(authority) }),
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

/** What an export says of the columns that licences and penalties have alike. */
type PublishedColumns = Omit<
  NewOf<typeof LICENCES>,
  Exclude<keyof NewOf<typeof LICENCES>, keyof typeof PUBLISHED_COLUMNS> | "id" | "version"
>;

/** Columns of a resolved item that licences and penalties have alike. */
export const recordColumns = (item: RecordItem, today: string): PublishedColumns => ({
  counterpartyId: item.counterpartyId,
  counterpartyUscc: item.counterpartyUscc,
  counterpartyHash: item.personHash,
  partyName: item.name,
  counterpartyType: item.type,
  // What was sealed and is now shown not to be is opened.
  sealedBy: undefined,
  // Not published as a minor's record is not: it may be one.
  counterpartyMinor: item.ageUnknown === true,
  headName: item.legalRep,
  authorityId: item.authorityId!,
  authorityUscc: item.authorityUscc,
  divisionCode: item.division!,
  docNo: item.docNo,
  sourceUnit: item.sourceUnit,
  decisionDate: item.decisionDate,
  // What is not published has no day of it, whatever the file says; what is opened later begins then.
  publicFrom: item.ageUnknown || item.ruleSeals ? undefined : (item.publishedOn ?? today),
  contentHash: createHash("sha256").update(JSON.stringify(item)).digest("hex"),
});
