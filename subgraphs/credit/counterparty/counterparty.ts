/** Whose a record is: columns, facts, and the rows that a viewer is entitled to whatever their publicity (行政相对人). */
import type { Knex } from "knex";
import { divisionPrefix, hasRole, type Viewer } from "../../../platform/auth/index.js";
import { beginningWith } from "../../../platform/database/index.js";
import { isOwnAgency, isOwner, isSupervisor, type RecordFacts } from "../../../platform/disclosure/index.js";
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
  legal_rep_name: string | null;
  authority_id: string;
  doc_no: string;
  source_unit: string | null;
  decision_date: string;
  published_on: string | null;
  /** True where the record is one that is to be published at all. */
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

/** Whose a record is: a body by credit code, a person by hash. */
export const factsOf = (row: OwnedRow): RecordFacts => ({
  subject: row.counterparty_uscc ?? row.counterparty_hash ?? undefined,
  agency: row.authority_uscc,
  division: row.division_code,
});

/** True where the viewer is the subject, an officer of the authority, or supervises the division. */
export const isEntitled = (viewer: Viewer, facts: RecordFacts): boolean =>
  isOwner(viewer, facts) || isOwnAgency(viewer, facts) || isSupervisor(viewer, facts);

/** Rows about the viewer, or about the enterprise the viewer acts for; none for others. */
export const whereOwn = (query: Knex.QueryBuilder, viewer: Viewer): void => {
  query.where((own) => {
    own.whereRaw("false");
    orWhereOwn(own, viewer);
  });
};

const orWhereOwn = (condition: Knex.QueryBuilder, viewer: Viewer): void => {
  if (hasRole(viewer, "enterprise_agent") && viewer.subjectUscc !== undefined)
    condition.orWhere("counterparty_uscc", viewer.subjectUscc);
  if (hasRole(viewer, "citizen") && viewer.subjectHash !== undefined)
    condition.orWhere("counterparty_hash", viewer.subjectHash);
};

/** The rows of `isEntitled`, said in SQL. */
export const orWhereEntitled = (condition: Knex.QueryBuilder, viewer: Viewer): void => {
  orWhereOwn(condition, viewer);
  if ((hasRole(viewer, "agency_officer") || hasRole(viewer, "agency_publisher")) && viewer.agencyUscc !== undefined) {
    condition.orWhere("authority_uscc", viewer.agencyUscc);
  }
  if (hasRole(viewer, "supervisor") && viewer.divisionCode !== undefined) {
    condition.orWhereLike("division_code", beginningWith(divisionPrefix(viewer.divisionCode)));
  }
};

/** Only rows that the viewer is entitled to. */
export const whereEntitled = (query: Knex.QueryBuilder, viewer: Viewer): void => {
  query.where((entitled) => {
    entitled.whereRaw("false");
    orWhereEntitled(entitled, viewer);
  });
};

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
