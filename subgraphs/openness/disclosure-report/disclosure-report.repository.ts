/** SQL of annual reports: numbers of requests, which are public, and the days by which they were in time. No word of a request is read. */
import type { Knex } from "knex";
import type { LocalDate } from "../../../platform/domain/index.js";
import type { AskedThirdParty, DisclosureClockFacts } from "../disclosure-request/disclosure-clock.js";
import {
  DISCLOSURE_CONSULTATIONS,
  DISCLOSURE_REQUESTS,
  type DisclosureConsultationRow,
  type DisclosureRequestRow,
} from "../disclosure-request/disclosure-request.rows.js";
import type { CountedRequests } from "./disclosure-table.js";
import type { RequestEnd } from "./disclosure-line.js";

/** Of whom, from the first day of the year to the last one that has come. */
export interface ReportSpan {
  readonly agencyId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Requests that the agency had in hand in the span. */
const inHand = (db: Knex, { agencyId, from, to }: ReportSpan): Knex.QueryBuilder =>
  db(DISCLOSURE_REQUESTS.name)
    .where("agency_id", agencyId)
    .where("received_on", "<=", to)
    .where((either) => void either.whereNull("ended_on").orWhere("ended_on", ">=", from));

/** Counts them by applicant, by where they came from and by how they ended. */
export const countRequests = async (db: Knex, span: ReportSpan): Promise<CountedRequests[]> => {
  const rows = (await inHand(db, span)
    .select(
      "applicant_kind as kind",
      db.raw("received_on < ? as carried", [span.from]),
      db.raw(`case when ended_on <= ? then coalesce(outcome, state) end as "end"`, [span.to]),
      db.raw("count(*)::int as count"),
    )
    .groupBy(db.raw("1, 2, 3"))) as (Omit<CountedRequests, "carriedOver" | "end"> & {
    readonly carried: boolean;
    readonly end: RequestEnd | null;
  })[];
  return rows.map(({ kind, carried, end, count }) => ({
    ...{ kind, carriedOver: carried, count },
    ...(end === null ? {} : { end }),
  }));
};

/** The days of their clocks, and nothing else of them. */
export const listClocks = async (db: Knex, span: ReportSpan): Promise<DisclosureClockFacts[]> => {
  const days = ["received_on", "correction_asked_on", "corrected_on", "extended_on", "ended_on"] as const;
  const rows = (await inHand(db, span).select("request_no", "state", ...days)) as Pick<
    DisclosureRequestRow,
    "request_no" | "state" | (typeof days)[number]
  >[];
  const asked = (await db(DISCLOSURE_CONSULTATIONS.name)
    .select("request_no", "asked_on", "ended_on")
    .whereIn("request_no", inHand(db, span).select("request_no"))) as Pick<
    DisclosureConsultationRow,
    "request_no" | "asked_on" | "ended_on"
  >[];
  const ofRequest = new Map<string, AskedThirdParty[]>(rows.map((row) => [row.request_no, []]));
  for (const row of asked)
    ofRequest.get(row.request_no)?.push({ askedOn: row.asked_on, endedOn: row.ended_on ?? undefined });
  return rows.map((row) => ({
    state: row.state,
    receivedOn: row.received_on,
    correctionAskedOn: row.correction_asked_on ?? undefined,
    correctedOn: row.corrected_on ?? undefined,
    extendedOn: row.extended_on ?? undefined,
    endedOn: row.ended_on ?? undefined,
    consultations: ofRequest.get(row.request_no) ?? [],
  }));
};
