/** SQL of regulatory notices; those that a viewer may not know of never leave the database. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows } from "../../../platform/database/index.js";
import { comeBy, type LocalDate } from "../../../platform/domain/index.js";
import type { AskedBy } from "../context.js";
import type { RegulatoryNoticeFilter } from "./regulatory-notice.input.js";
import { WHOSE_PUBLISHED_RECORD } from "../published-record/published-record.policy.js";
import { REGULATORY_NOTICES, type RegulatoryNoticeRow } from "./regulatory-notice.rows.js";
import type { RegulatoryNotice } from "./regulatory-notice.type.js";

const shown = REGULATORY_NOTICES.to<RegulatoryNotice>()("publishedOn");

/** The notice of a row: a publication after the day has not happened yet. */
export const toNotice =
  (day: LocalDate) =>
  (row: RegulatoryNoticeRow): RegulatoryNotice =>
    shown(row, { publishedOn: comeBy(row.published_on, day) });

/** Notices that fit and that the viewer may know of; the caller adds parent, order and page. */
export const visibleNotices = (
  db: Knex,
  { viewer, day }: AskedBy,
  filter: RegulatoryNoticeFilter = {},
): Knex.QueryBuilder => {
  const query = readableRows(db(REGULATORY_NOTICES.name).select(REGULATORY_NOTICES.columns()), WHOSE_PUBLISHED_RECORD, {
    viewer,
    today: day,
  });
  if (filter.area != null) query.where("area", filter.area);
  if (filter.division != null) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  if (filter.uscc != null) query.where("about_uscc", filter.uscc);
  if (filter.issuedFrom != null) query.where("issued_on", ">=", filter.issuedFrom);
  if (filter.issuedTo != null) query.where("issued_on", "<=", filter.issuedTo);
  return query;
};

/** Narrows to those about a body. */
export const aboutBody = (query: Knex.QueryBuilder, organizationId: Knex.Raw): Knex.QueryBuilder =>
  query.where("about_id", organizationId);

/** Notices with these ids, in no order. */
export const findNotices = async (db: Knex, asked: AskedBy, ids: readonly string[]): Promise<RegulatoryNotice[]> =>
  ((await visibleNotices(db, asked).whereIn("id", [...ids])) as RegulatoryNoticeRow[]).map(toNotice(asked.day));
