/** SQL of licences. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { validOn } from "../../../platform/domain/index.js";
import { RECORD_COLUMNS, factsOf, shownName, type RecordRow } from "../counterparty/counterparty.js";
import { isLate } from "../penalty/penalty.status.js";
import { RecordState, type AdministrativeLicence, type LicenceCategory } from "./licence.type.js";

/** A row of licences. */
export interface LicenceRow extends RecordRow {
  id: string;
  doc_no: string;
  doc_name: string | null;
  category: LicenceCategory;
  cert_name: string | null;
  content: string;
  decision_date: string;
  valid_from: string | null;
  valid_to: string | null;
  revoked: boolean;
  published_on: string | null;
  matter_id: string | null;
}

const COLUMNS = [
  ...RECORD_COLUMNS,
  "id",
  "doc_no",
  "doc_name",
  "category",
  "cert_name",
  "content",
  "decision_date",
  "valid_from",
  "valid_to",
  "revoked",
  "published_on",
  "matter_id",
];

/** Domain object of a row as the viewer sees it on the day. */
export const toLicence = (row: LicenceRow, viewer: Viewer, today: string): AdministrativeLicence => {
  const period = { validFrom: row.valid_from ?? undefined, validTo: row.valid_to ?? undefined };
  return {
    ...period,
    id: row.id,
    docNo: row.doc_no,
    docName: row.doc_name ?? undefined,
    counterpartyName: shownName(viewer, row),
    counterpartyType: row.counterparty_type,
    category: row.category,
    certName: row.cert_name ?? undefined,
    content: row.content,
    decisionDate: row.decision_date,
    state: !row.revoked && validOn(period, today) ? RecordState.VALID : RecordState.INVALID,
    publishedOn: row.published_on ?? undefined,
    publishedLate: isLate(row.decision_date, row.published_on ?? undefined, today),
    subject: factsOf(row).subject,
    authorityId: row.authority_id,
    authorityUscc: row.authority_uscc,
    counterpartyId: row.counterparty_id ?? undefined,
    divisionCode: row.division_code,
    matterId: row.matter_id ?? undefined,
  };
};

/** All licences; they are public, those no longer valid included. */
export const licencesQuery = (db: Knex): Knex.QueryBuilder => db("licences").select(COLUMNS);
