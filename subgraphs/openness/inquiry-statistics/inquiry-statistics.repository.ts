/** SQL of statistics of inquiries: days and marks alone, no word of one is read. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith } from "../../../platform/database/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import { INQUIRIES, type InquiryRow } from "../inquiry/inquiry.rows.js";
import type { CountedInquiry } from "./inquiry-statistics.js";

const COUNTED = ["kind", "state", "received_on", "replied_on", "satisfaction"] as const;

/** Inquiries of the division and below it that came in the span, whoever asks. */
export const listCounted = async (
  db: Knex,
  { division, from, to }: { readonly division: string; readonly from: LocalDate; readonly to: LocalDate },
): Promise<CountedInquiry[]> =>
  (
    (await db(INQUIRIES.name)
      .select(COUNTED)
      .whereLike("division_code", beginningWith(divisionPrefix(division)))
      .whereBetween("received_on", [from, to])) as Pick<InquiryRow, (typeof COUNTED)[number]>[]
  ).map(({ kind, state, received_on: receivedOn, replied_on: repliedOn, satisfaction }) => ({
    ...{ kind, state, receivedOn, repliedOn: repliedOn ?? undefined, satisfaction: satisfaction ?? undefined },
  }));
