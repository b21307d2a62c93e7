/** SQL of licences. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import { ANONYMOUS, divisionPrefix, type Viewer } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows, unreadableRows, type RowOf } from "../../../platform/database/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { comeBy, validOn } from "../../../platform/domain/index.js";
import { OF_COUNTERPARTY } from "../counterparty/counterparty.policy.js";
import { namesOf, subjectOf } from "../counterparty/counterparty.js";
import type { PublishedRow } from "../counterparty/counterparty.rows.js";
import { isLate, publicationDeadline } from "../publication/publication.status.js";
import { RecordState } from "./licence.enums.js";
import type { LicenceFilter } from "./licence.input.js";
import type { LicencePublicity } from "./licence.machine.js";
import { WHOSE_LICENCE } from "./licence.policy.js";
import { LICENCES } from "./licence.rows.js";
import { licencePublicityOn } from "./licence.status.js";
import type { AdministrativeLicence } from "./licence.type.js";

/** A row of licences, with what is computed of it in SQL. */
export interface LicenceRow extends RowOf<typeof LICENCES>, PublishedRow {}

const shown = LICENCES.to<AdministrativeLicence>()(
  "counterpartyUscc",
  "counterpartyHash",
  "partyName",
  "headName",
  "counterpartyMinor",
  "publicFrom",
  "publicationDayKnown",
  "revoked",
  "revokedOn",
  "revocationNo",
  "withdrawnOn",
  "withdrawReason",
  "version",
);

/** True where it is never published: a law seals it, or it may be a minor's. */
export const isClosedLicence = ({ sealed, counterparty_minor: minor }: LicenceRow): boolean => sealed || minor;

/** Where its publicity stands on the day. */
export const publicityOf = (row: LicenceRow, today: string): LicencePublicity =>
  licencePublicityOn(
    { publishedOn: row.published_on, withdrawnOn: row.withdrawn_on, sealed: isClosedLicence(row) },
    today,
  );

/** Domain object of a row on the day. */
export const toLicence = (row: LicenceRow, today: string): AdministrativeLicence => {
  const period = { validFrom: row.valid_from ?? undefined, validTo: row.valid_to ?? undefined };
  const publishedOn = row.publishable ? comeBy(row.published_on, today) : undefined;
  return shown(row, {
    ...namesOf(row),
    state: !row.revoked && validOn(period, today) ? RecordState.VALID : RecordState.INVALID,
    publicityState: publicityOf(row, today),
    withdrawReason:
      row.withdrawn_on !== null && row.withdrawn_on <= today ? (row.withdraw_reason ?? undefined) : undefined,
    publishedOn,
    // Counted in the calendar only where they are asked for.
    get publishedLate() {
      return row.publishable ? isLate(row.decision_date, publishedOn, today) : undefined;
    },
    get publicationDeadline() {
      return row.publishable ? publicationDeadline(row.decision_date, publishedOn, today) : undefined;
    },
    objectionPending: row.objection_pending,
    archived: !canRead(WHOSE_LICENCE, { viewer: ANONYMOUS, today }, row),
    subject: subjectOf(row),
  });
};

/** Every licence, whoever asks; a table expression named licences. */
export const allLicences = (db: Knex): Knex.QueryBuilder =>
  db.select("*").from(
    db("licences as l")
      .select(
        ...LICENCES.columns("l"),
        db.raw("l.sealed_by is not null as sealed"),
        db.raw(
          "(not l.counterparty_minor and l.sealed_by is null and (l.withdrawn_on is null or l.published_on is not null) and l.publication_day_known) as publishable",
        ),
        db.raw(
          "exists (select 1 from objections o where o.record_id = l.id and o.state = 'INVESTIGATING') as objection_pending",
        ),
      )
      .as("licences"),
  );

/** Licences with these keys, in no order; access is decided by the service. */
export const findLicences = async (
  db: Knex,
  column: "id" | "case_no",
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

/** Those that everybody may know of, for an exchange file. */
export const publicLicencesQuery = (
  db: Knex,
  { today, agency, ...filter }: { readonly today: string; readonly division?: string; readonly agency?: string },
): Knex.QueryBuilder => {
  const query = licencesQuery(db, ANONYMOUS, today, filter);
  return agency === undefined ? query : query.where("authority_uscc", agency);
};

/** Those with these numbers of decisions that the viewer may know of, the newest of each last. */
export const findLicencesByDocNo = async (
  db: Knex,
  viewer: Viewer,
  today: string,
  numbers: readonly string[],
): Promise<LicenceRow[]> =>
  (await licencesQuery(db, viewer, today, {})
    .whereIn("doc_no", [...numbers])
    .orderBy(["decision_date", { column: "id", order: "desc" }])) as LicenceRow[];

/** Those of a body. */
export const counterpartyLicencesQuery = (
  db: Knex,
  viewer: Viewer,
  today: string,
  filter: LicenceFilter,
  organizationId: Knex.Raw,
): Knex.QueryBuilder => licencesQuery(db, viewer, today, filter).where("counterparty_id", organizationId);
