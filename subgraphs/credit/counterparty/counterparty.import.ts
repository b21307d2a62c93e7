/** What rows of licences and penalties say alike: counterparty, number, days, authority (双公示 exchange tables, XK_* and CF_*). */
import {
  looksLikePersonName,
  formerDocumentNumber,
  normaliseDocumentNumber,
  parseOrgCode,
  parseUscc,
} from "../../../platform/domain/index.js";
import {
  coded,
  dayOf,
  required,
  RowRefused,
  type ImportContext,
  type MappedRow,
  type RowNotice,
  type RowSubject,
} from "../../../platform/import/index.js";
import { CounterpartyType } from "./counterparty.enums.js";
import { personOf } from "./person.import.js";

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
  /** The number as it was normalised before, where that differs: by it a record that was loaded then is found. */
  readonly formerDocNo?: string;
  readonly decisionDate: string;
  readonly publishedOn?: string;
  readonly authorityUscc: string;
  readonly division?: string;
  readonly sourceUnit?: string;
  readonly authorityId?: string;
  readonly counterpartyId?: string;
  readonly counterpartyUscc?: string;
  /** System of the authority, whose own measures of repair govern it; absent for the general ones. */
  readonly repairSystem?: string;
}

const TYPES: Readonly<Record<string, CounterpartyType>> = {
  "01": CounterpartyType.NATURAL_PERSON_01,
  自然人: CounterpartyType.NATURAL_PERSON_01,
  "02": CounterpartyType.LEGAL_PERSON_02,
  法人: CounterpartyType.LEGAL_PERSON_02,
  法人及非法人组织: CounterpartyType.LEGAL_PERSON_02,
  "03": CounterpartyType.UNINCORPORATED_03,
  非法人组织: CounterpartyType.UNINCORPORATED_03,
  "04": CounterpartyType.INDIVIDUALLY_OWNED_BUSINESS_04,
  个体工商户: CounterpartyType.INDIVIDUALLY_OWNED_BUSINESS_04,
};

/**
 * Of whom a row speaks. A person's name is nobody else's to read. An individually-owned business is a body; whoever runs it is a person, and an
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
    case CounterpartyType.INDIVIDUALLY_OWNED_BUSINESS_04:
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
  const filed = required(
    row,
    "docNo",
    "DOC_NO_MISSING",
    "Give the number of the decision: a record without one is not published.",
  );
  const [docNo, formerDocNo] = [normaliseDocumentNumber(filed), formerDocumentNumber(filed)];
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
    ...(formerDocNo === docNo ? {} : { formerDocNo }),
    decisionDate,
    publishedOn,
    authorityUscc,
    division: row["division"],
    sourceUnit: row["sourceUnit"],
  };
};
