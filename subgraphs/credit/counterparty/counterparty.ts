/** The counterparty of a record: its key and its names (行政相对人). */
import type { PartyRow } from "./counterparty.rows.js";
import { CounterpartyType } from "./counterparty.enums.js";

/** What says under which name a record is shown. */
interface NamedRow {
  readonly counterparty_name: string;
  readonly counterparty_type: CounterpartyType;
  readonly legal_rep_name: string | null;
}

/** Whom a record is about: a body by credit code, a person by hash. */
export const subjectOf = ({ counterparty_uscc: uscc, counterparty_hash: hash }: PartyRow): string | undefined =>
  uscc ?? hash ?? undefined;

/** Columns of a proceeding: its parties are those of the row of the record that it is about, which may have no column for persons. */
export const partiesOf = (row: Readonly<Record<string, unknown>>): NewParties => {
  const text = (column: string): string | undefined => (row[column] as string | null | undefined) ?? undefined;
  return {
    counterpartyId: text("counterparty_id"),
    counterpartyUscc: text("counterparty_uscc"),
    counterpartyHash: text("counterparty_hash"),
    authorityId: text("authority_id")!,
    authorityUscc: text("authority_uscc")!,
    divisionCode: text("division_code")!,
  };
};

interface NewParties {
  readonly counterpartyId: string | undefined;
  readonly counterpartyUscc: string | undefined;
  readonly counterpartyHash: string | undefined;
  readonly authorityId: string;
  readonly authorityUscc: string;
  readonly divisionCode: string;
}

/** Names of a record: those of bodies are public, those of persons are masked by their declaration. */
export const namesOf = (
  row: NamedRow,
): {
  readonly counterpartyName: string | undefined;
  readonly personName: string | undefined;
  readonly legalRepName: string | undefined;
} =>
  row.counterparty_type === CounterpartyType.NATURAL_PERSON_01
    ? { counterpartyName: undefined, personName: row.counterparty_name, legalRepName: undefined }
    : {
        counterpartyName: row.counterparty_name,
        personName: undefined,
        legalRepName:
          row.counterparty_type === CounterpartyType.LEGAL_PERSON_02 ? (row.legal_rep_name ?? undefined) : undefined,
      };
