/** SQL of requests for information; those that a viewer may not know of never leave the database. */
import type { Knex } from "knex";
import { readableRows } from "../../../platform/database/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import type { AskedBy } from "../context.js";
import { opinionDeadline } from "./disclosure-clock.js";
import type { DisclosureRequestFilter } from "./disclosure-request.input.js";
import type { DisclosureRequest, ThirdPartyConsultation } from "./disclosure-request.js";
import { OF_APPLICANT, WHOSE_REQUEST } from "./disclosure-request.policy.js";
import {
  DISCLOSURE_CONSULTATIONS,
  DISCLOSURE_REQUESTS,
  type DisclosureConsultationRow,
  type DisclosureRequestRow,
} from "./disclosure-request.rows.js";

/** A third party that was asked, with the request that it was asked about. */
export type ConsultationOfRequest = ThirdPartyConsultation & { readonly requestNo: string };

const shownConsultation = DISCLOSURE_CONSULTATIONS.to<ConsultationOfRequest>()();

/** Third parties that were asked about these requests, in their order. */
export const listConsultations = async (
  db: Knex,
  requestNos: readonly string[],
  today: LocalDate,
): Promise<ConsultationOfRequest[]> =>
  (
    (await db(DISCLOSURE_CONSULTATIONS.name)
      .select(DISCLOSURE_CONSULTATIONS.columns())
      .whereIn("request_no", [...requestNos])
      .orderBy(["request_no", "number"])) as DisclosureConsultationRow[]
  ).map((row) =>
    shownConsultation(row, {
      deadline: opinionDeadline({ askedOn: row.asked_on, endedOn: row.ended_on ?? undefined }, today),
    }),
  );

/** The request of a row. */
export const toRequest: (row: DisclosureRequestRow) => DisclosureRequest = DISCLOSURE_REQUESTS.toRecord;

/** Rows that fit and that the viewer may know of; the caller adds order and page. */
export const visibleRequests = (
  db: Knex,
  { viewer, day }: AskedBy,
  filter: DisclosureRequestFilter = {},
): Knex.QueryBuilder => {
  const query = readableRows(db(DISCLOSURE_REQUESTS.name).select(DISCLOSURE_REQUESTS.columns()), WHOSE_REQUEST, {
    viewer,
    today: day,
  });
  if (filter.mine) readableRows(query, OF_APPLICANT, { viewer });
  if (filter.state != null) query.where("state", filter.state);
  if (filter.agency != null) query.where("agency_id", filter.agency);
  if (filter.receivedFrom != null) query.where("received_on", ">=", filter.receivedFrom);
  if (filter.receivedTo != null) query.where("received_on", "<=", filter.receivedTo);
  return query;
};

/** Requests with these numbers that the viewer may know of, in no order. */
export const findRequests = async (
  db: Knex,
  asked: AskedBy,
  requestNos: readonly string[],
): Promise<DisclosureRequest[]> =>
  ((await visibleRequests(db, asked).whereIn("request_no", [...requestNos])) as DisclosureRequestRow[]).map(toRequest);
