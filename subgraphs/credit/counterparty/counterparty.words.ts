/** Kinds of counterparties by the codes and words of exports, and by what their codes show (双公示). Pure. */
import { isValidOrgCode, isValidUscc, spelledResidentId } from "../../../platform/domain/index.js";
import { coded, type MappedRow } from "../../../platform/import/index.js";
import { CounterpartyType } from "./counterparty.enums.js";

/** Kinds by code and word; an export writes the code. */
export const TYPES: Readonly<Record<string, CounterpartyType>> = {
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

/** What a row says, or shows, of the kind of its counterparty. */
export interface CounterpartyKind {
  readonly type: CounterpartyType;
  /** True where the row does not say it and its code shows it. */
  readonly byCode?: true;
}

/**
 * Of layouts without 行政相对人类别 the code shows the kind: a credit code that begins with 92 is an individually-owned business, other codes are
 * a body's, and an identity number alone is a person's. Undefined where nothing shows it. Throws RowRefused for an unknown word.
 */
export const counterpartyKindOf = (row: MappedRow): CounterpartyKind | undefined => {
  const type = coded(TYPES, "type", row["type"], "COUNTERPARTY_TYPE_UNKNOWN");
  if (type !== undefined) return { type };
  const { uscc, orgCode, certNo } = row;
  if (uscc !== undefined && isValidUscc(uscc))
    return {
      type: /^\s*92/.test(uscc.normalize("NFKC"))
        ? CounterpartyType.INDIVIDUALLY_OWNED_BUSINESS_04
        : CounterpartyType.LEGAL_PERSON_02,
      byCode: true,
    };
  if (orgCode !== undefined && isValidOrgCode(orgCode)) return { type: CounterpartyType.LEGAL_PERSON_02, byCode: true };
  if (uscc === undefined && orgCode === undefined && certNo !== undefined && spelledResidentId(certNo) !== undefined)
    return { type: CounterpartyType.NATURAL_PERSON_01, byCode: true };
  return undefined;
};

/** The kind of a row that may not be understood: then it is taken for a person, of whom most is kept back. */
export const likelyKindOf = (row: MappedRow): CounterpartyKind => {
  try {
    return counterpartyKindOf(row) ?? { type: CounterpartyType.NATURAL_PERSON_01 };
  } catch {
    return { type: CounterpartyType.NATURAL_PERSON_01 };
  }
};
