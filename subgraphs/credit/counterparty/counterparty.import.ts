/** What rows of licences and penalties say alike: counterparty, number, days, authority (双公示 exchange tables, XK_* and CF_*). */
import {
  looksLikePersonName,
  formerDocumentNumber,
  normaliseDocumentNumber,
  parseOrgCode,
  parseUscc,
} from "../../../platform/domain/index.js";
import {
  dayOf,
  everyField,
  required,
  RowRefused,
  type MappedRow,
  type RowContext,
  type RowNotice,
  type RowOwner,
  type RowSubject,
} from "../../../platform/import/index.js";
import { CounterpartyType } from "./counterparty.enums.js";
import { counterpartyKindOf, likelyKindOf, type CounterpartyKind } from "./counterparty.words.js";
import { personOf } from "./person.import.js";

/** What a row says of its counterparty, decision and authority; authority and body are resolved by reference. */
export interface RecordItem {
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

/** What later names a licence or a penalty. */
export const NAMING_RECORDS = [
  { table: "repair_cases", column: "record_id" },
  { table: "objections", column: "record_id" },
] as const;

/** A record is its authority's, which is part of what it is found by. */
export const OWNER_OF_RECORDS: RowOwner<RecordItem> = {
  field: "authorityUscc",
  nameField: "authorityName",
  codeOf: ({ authorityUscc }) => authorityUscc,
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
  const { type, byCode } = likelyKindOf(row);
  switch (type) {
    case CounterpartyType.LEGAL_PERSON_02:
      // What only its code shows to be a body may be an unincorporated one.
      return byCode ? { natural: false, names: head } : { natural: false, names: [], publicNames: head };
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

/** Identity of a row in its file: authority, number and body; a person has no code, whatever stands in its cell. */
export const keyOfRecord = (row: MappedRow): string | undefined => {
  const { docNo, authorityUscc, uscc, orgCode } = row;
  if (docNo === undefined) return undefined;
  const code = isPerson(row) ? undefined : (uscc ?? orgCode);
  return [authorityUscc, normaliseDocumentNumber(docNo), code].join(" ").toUpperCase();
};

const isPerson = (row: MappedRow): boolean => likelyKindOf(row).type === CounterpartyType.NATURAL_PERSON_01;

/** The kind of counterparty. Throws RowRefused. */
const acceptedKind = (row: MappedRow, { notice }: RowContext): CounterpartyKind => {
  const kind = counterpartyKindOf(row);
  if (kind === undefined)
    throw new RowRefused("type", "COUNTERPARTY_TYPE_MISSING", "Say what the counterparty is, or give its code.");
  if (kind.byCode)
    notice({
      field: "type",
      rule: "COUNTERPARTY_TYPE_BY_CODE",
      remedy: "The row does not say what the counterparty is; its code shows it, and no legal representative is kept.",
    });
  return kind;
};

const decisionDayOf = (row: MappedRow, today: string): string => {
  const day = dayOf("decisionDate", row["decisionDate"]);
  if (day === undefined) throw new RowRefused("decisionDate", "DATE_MISSING", "Give the day of the decision.");
  if (day > today) throw new RowRefused("decisionDate", "DATE_IN_FUTURE", "Give the day on which it was decided.");
  return day;
};

/** What both kinds have alike. Throws RowRefusals with all that is to be corrected. */
export const acceptRecord = (row: MappedRow, context: RowContext): RecordItem => {
  const read = everyField({
    filed: () =>
      required(
        row,
        "docNo",
        "DOC_NO_MISSING",
        "Give the number of the decision: a record without one is not published.",
      ),
    name: () => required(row, "name", "NAME_MISSING", "Give the name of the counterparty."),
    kind: () => acceptedKind(row, context),
    decisionDate: () => decisionDayOf(row, context.today),
    publishedOn: () => dayOf("publishedOn", row["publishedOn"]),
    authorityUscc: () =>
      parseUscc(
        required(row, "authorityUscc", "AUTHORITY_MISSING", "Give the credit code of the authority."),
        "authorityUscc",
      ),
    code: () => (isPerson(row) ? undefined : codeOf(row)),
  });
  const { filed, name, decisionDate, publishedOn, authorityUscc, code } = read;
  if (publishedOn !== undefined && (publishedOn < decisionDate || publishedOn > context.today))
    throw new RowRefused("publishedOn", "PUBLISHED_OUT_OF_ORDER", "Publication lies between the decision and today.");
  const [docNo, formerDocNo] = [normaliseDocumentNumber(filed), formerDocumentNumber(filed)];
  const { type, byCode } = read.kind;
  return {
    name,
    type,
    code,
    ...(type === CounterpartyType.NATURAL_PERSON_01 ? personOf(row, decisionDate, context) : {}),
    legalRep: type === CounterpartyType.LEGAL_PERSON_02 && !byCode ? row["legalRep"] : undefined,
    docNo,
    ...(formerDocNo === docNo ? {} : { formerDocNo }),
    decisionDate,
    publishedOn,
    authorityUscc,
    division: row["division"],
    sourceUnit: row["sourceUnit"],
  };
};
