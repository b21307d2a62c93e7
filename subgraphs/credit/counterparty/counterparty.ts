/** The counterparty of a record: its columns, its key and its names (行政相对人). */
import { CounterpartyType } from "./counterparty.type.js";

/** Columns by which a record says whose it is. */
export interface OwnedRow {
  counterparty_uscc: string | null;
  counterparty_hash: string | null;
  authority_uscc: string;
  division_code: string;
}

/** Columns of licences and penalties alike. */
export interface RecordRow extends OwnedRow {
  id: string;
  counterparty_id: string | null;
  counterparty_name: string;
  counterparty_type: CounterpartyType;
  counterparty_minor: boolean;
  /** True where a law seals it. */
  sealed: boolean;
  legal_rep_name: string | null;
  authority_id: string;
  doc_no: string;
  source_unit: string | null;
  decision_date: string;
  published_on: string | null;
  /** True where the record is one that is to be published, or was while it was one: its publication is expected. */
  publishable: boolean;
  objection_pending: boolean;
}

/** Those that are stored, for select lists. */
export const RECORD_COLUMNS = [
  "id",
  "counterparty_id",
  "counterparty_uscc",
  "counterparty_hash",
  "counterparty_name",
  "counterparty_type",
  "counterparty_minor",
  "legal_rep_name",
  "authority_id",
  "authority_uscc",
  "division_code",
  "doc_no",
  "source_unit",
  "decision_date",
  "published_on",
];

/** Whom a record is about: a body by credit code, a person by hash. */
export const subjectOf = ({ counterparty_uscc: uscc, counterparty_hash: hash }: OwnedRow): string | undefined =>
  uscc ?? hash ?? undefined;

/** Names of a record: those of bodies are public, those of persons are masked by their declaration. */
export const namesOf = (row: RecordRow): { counterpartyName?: string; personName?: string; legalRepName?: string } =>
  row.counterparty_type === CounterpartyType.NATURAL_PERSON_01
    ? { personName: row.counterparty_name }
    : {
        counterpartyName: row.counterparty_name,
        ...(row.counterparty_type === CounterpartyType.LEGAL_PERSON_02 && row.legal_rep_name !== null
          ? { legalRepName: row.legal_rep_name }
          : {}),
      };
