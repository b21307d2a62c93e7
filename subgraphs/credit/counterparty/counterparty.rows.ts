/** Columns that records of credit share: whose they are, and what licences and penalties have alike. */
import { day, integer, text, truth } from "../../../platform/database/index.js";
import type { CounterpartyType } from "./counterparty.enums.js";

/** By which a record says whose it is: a body has id and credit code, a person a hash (行政相对人). */
export const PARTY_COLUMNS = {
  counterpartyId: text("counterparty_id").nullable(),
  counterpartyUscc: text("counterparty_uscc").nullable(),
  counterpartyHash: text("counterparty_hash").nullable(),
  authorityId: text("authority_id"),
  authorityUscc: text("authority_uscc"),
  divisionCode: text("division_code"),
};

/** Of licences and penalties alike (双公示). */
export const PUBLISHED_COLUMNS = {
  id: text("id"),
  ...PARTY_COLUMNS,
  // Whose name it is decides in which field it is shown.
  partyName: text("counterparty_name"),
  counterpartyType: text("counterparty_type").of<CounterpartyType>(),
  // True where the age of its natural person is not known: not published, as it may be a minor's (未成年人). Those of minors are sealed_by; minor breaches are a severity.
  counterpartyMinor: truth("counterparty_minor").byDefault(),
  sealedBy: text("sealed_by").nullable().unread("queries ask whether there is one"),
  headName: text("legal_rep_name").nullable(),
  docNo: text("doc_no"),
  sourceUnit: text("source_unit").nullable(),
  decisionDate: day("decision_date"),
  // Not told before its day.
  publicFrom: day("published_on").nullable(),
  // False where no export says the day: it is public from the day of its import, and nobody is late by it.
  publicationDayKnown: truth("publication_day_known").byDefault(),
  contentHash: text("content_hash").nullable().unread("an import compares it"),
  version: integer("version").byDefault(),
};

/** What says whose a record is. */
export interface PartyRow {
  readonly counterparty_uscc: string | null;
  readonly counterparty_hash: string | null;
}

/** What every query of licences and penalties computes of a row. */
export interface PublishedRow {
  /** True where a law seals it. */
  readonly sealed: boolean;
  /** True where the record is one that is to be published, or was while it was one, and its day of publication is not unknown: it can be late. */
  readonly publishable: boolean;
  readonly objection_pending: boolean;
}
