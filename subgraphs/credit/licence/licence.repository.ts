/** SQL of licences. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import { ANONYMOUS, divisionPrefix, type Viewer } from "../../../platform/auth/index.js";
import { beginningWith, readableRows, unreadableRows } from "../../../platform/database/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { validOn } from "../../../platform/domain/index.js";
import { OF_COUNTERPARTY } from "../counterparty/counterparty.policy.js";
import { RECORD_COLUMNS, namesOf, subjectOf, type RecordRow } from "../counterparty/counterparty.js";
import { isLate, publicationDeadline } from "../publication/publication.status.js";
import { RecordState, type LicenceCategory } from "./licence.enums.js";
import type { LicenceFilter } from "./licence.input.js";
import { WHOSE_LICENCE } from "./licence.policy.js";
import type { AdministrativeLicence } from "./licence.type.js";

/** A row of licences. */
export interface LicenceRow extends RecordRow {
  doc_name: string | null;
  category: LicenceCategory;
  cert_name: string | null;
  licence_no: string | null;
  content: string;
  valid_from: string | null;
  valid_to: string | null;
  revoked: boolean;
  matter_id: string | null;
  project_no: string | null;
}

const COLUMNS = [
  ...RECORD_COLUMNS,
  "doc_name",
  "category",
  "cert_name",
  "licence_no",
  "content",
  "valid_from",
  "valid_to",
  "revoked",
  "matter_id",
  "project_no",
];

/** Domain object of a row on the day. */
export const toLicence = (row: LicenceRow, today: string): AdministrativeLicence => {
  const period = { validFrom: row.valid_from ?? undefined, validTo: row.valid_to ?? undefined };
  const publishedOn = row.published_on !== null && row.published_on <= today ? row.published_on : undefined;
  const expected = row.publishable || publishedOn !== undefined;
  return {
    ...period,
    id: row.id,
    ...namesOf(row),
    counterpartyType: row.counterparty_type,
    docNo: row.doc_no,
    sourceUnit: row.source_unit ?? undefined,
    docName: row.doc_name ?? undefined,
    category: row.category,
    certName: row.cert_name ?? undefined,
    licenceNo: row.licence_no ?? undefined,
    content: row.content,
    decisionDate: row.decision_date,
    state: !row.revoked && validOn(period, today) ? RecordState.VALID : RecordState.INVALID,
    publishedOn,
    // Counted in the calendar only where they are asked for.
    get publishedLate() {
      return expected ? isLate(row.decision_date, publishedOn, today) : undefined;
    },
    get publicationDeadline() {
      return expected ? publicationDeadline(row.decision_date, publishedOn, today) : undefined;
    },
    objectionPending: row.objection_pending,
    archived: !canRead(WHOSE_LICENCE, { viewer: ANONYMOUS, today }, row),
    projectNo: row.project_no ?? undefined,
    subject: subjectOf(row),
    authorityId: row.authority_id,
    authorityUscc: row.authority_uscc,
    counterpartyId: row.counterparty_id ?? undefined,
    divisionCode: row.division_code,
    matterId: row.matter_id ?? undefined,
  };
};

/** Every licence, whoever asks; a table expression named licences. */
const allLicences = (db: Knex): Knex.QueryBuilder =>
  db.select("*").from(
    db("licences as l")
      .select(
        ...COLUMNS.map((column) => `l.${column}`),
        db.raw("(not l.counterparty_minor) as publishable"),
        db.raw(
          "exists (select 1 from objections o where o.record_id = l.id and o.state = 'INVESTIGATING') as objection_pending",
        ),
      )
      .as("licences"),
  );

/** Licences with these keys, in no order; access is decided by the service. */
export const findLicences = async (
  db: Knex,
  column: "id" | "project_no",
  keys: readonly string[],
): Promise<LicenceRow[]> => (await allLicences(db).whereIn(column, [...keys])) as LicenceRow[];

/** Licences that the viewer may know of and that fit; those no longer valid are public too. */
export const licencesQuery = (db: Knex, viewer: Viewer, today: string, filter: LicenceFilter): Knex.QueryBuilder => {
  const query = readableRows(allLicences(db), WHOSE_LICENCE, { viewer, today });
  if (filter.category) query.where("category", filter.category);
  if (filter.authorityId) query.where("authority_id", filter.authorityId);
  if (filter.division) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  if (filter.year != null) query.whereBetween("decision_date", [`${filter.year}-01-01`, `${filter.year}-12-31`]);
  if (filter.validToFrom) query.where("valid_to", ">=", filter.validToFrom);
  if (filter.validToUntil) query.where("valid_to", "<=", filter.validToUntil);
  if (filter.archived != null)
    (filter.archived ? unreadableRows : readableRows)(query, WHOSE_LICENCE, { viewer: ANONYMOUS, today });
  if (filter.mine) readableRows(query, OF_COUNTERPARTY, { viewer });
  return query;
};
