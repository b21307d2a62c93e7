/** SQL of requests for information that time ends. */
import type { Knex } from "knex";
import type { LocalDate } from "../../../platform/domain/index.js";
import type { LockedRecord } from "../../../platform/write/index.js";

/** Requests that were to be made clear before the day. */
export const listUncorrected = async (db: Knex, today: LocalDate): Promise<string[]> =>
  (
    (await db("disclosure_requests")
      .where("state", "CORRECTION_ASKED")
      .where("correct_by", "<", today)
      .orderBy("request_no")
      .select("request_no")) as { readonly request_no: string }[]
  ).map((row) => row.request_no);

/** Locks a request; undefined where it is no more. */
export const lockRequest = async (trx: Knex.Transaction, requestNo: string): Promise<LockedRecord | undefined> =>
  (await trx("disclosure_requests").where("request_no", requestNo).forUpdate().first("*")) as LockedRecord | undefined;
