/** SQL of inquiries; those that a viewer may not know of never leave the database. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows } from "../../../platform/database/index.js";
import type { AskedBy } from "../context.js";
import type { InquiryFilter } from "./inquiry.input.js";
import type { Inquiry } from "./inquiry.js";
import { OF_ASKER, WHOSE_INQUIRY } from "./inquiry.policy.js";
import { INQUIRIES, type InquiryRow } from "./inquiry.rows.js";

/** The inquiry of a row. */
export const toInquiry: (row: InquiryRow) => Inquiry = INQUIRIES.toRecord;

/** Rows that fit and that the viewer may know of; the caller adds order and page. */
export const visibleInquiries = (db: Knex, { viewer, day }: AskedBy, filter: InquiryFilter = {}): Knex.QueryBuilder => {
  const query = readableRows(db(INQUIRIES.name).select(INQUIRIES.columns()), WHOSE_INQUIRY, { viewer, today: day });
  if (filter.mine) readableRows(query, OF_ASKER, { viewer });
  if (filter.kind != null) query.where("kind", filter.kind);
  if (filter.state != null) query.where("state", filter.state);
  if (filter.division != null) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  if (filter.assignedTo != null) query.where("assigned_id", filter.assignedTo);
  if (filter.receivedFrom != null) query.where("received_on", ">=", filter.receivedFrom);
  if (filter.receivedTo != null) query.where("received_on", "<=", filter.receivedTo);
  return query;
};

/** Inquiries with these numbers that the viewer may know of, in no order. */
export const findInquiries = async (db: Knex, asked: AskedBy, inquiryNos: readonly string[]): Promise<Inquiry[]> =>
  ((await visibleInquiries(db, asked).whereIn("inquiry_no", [...inquiryNos])) as InquiryRow[]).map(toInquiry);
