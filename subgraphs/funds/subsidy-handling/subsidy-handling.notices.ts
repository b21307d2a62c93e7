/** Who is told of the steps of a subsidy batch and of objections to its roster. */
import type { Knex } from "knex";
import { noLimit, type ToldRecord } from "../../../platform/notices/index.js";
import type { FundsServices } from "../context.js";
import { OF_RECIPIENT } from "../subsidy/subsidy.policy.js";
import { OF_OBJECTOR, OF_SCHEME } from "./subsidy-handling.policy.js";
import { WRITTEN_BY_SCHEME, WRITTEN_OBJECTION } from "./written-batch.js";

/** Batches by the persons in them; a line shows its recipient what batch it is of, and how far that is. */
const withRecipients = (db: Knex): Knex.QueryBuilder =>
  db
    .select("*")
    .from(
      db("subsidy_lines as l")
        .join("subsidy_batches as b", "b.batch_no", "l.batch_no")
        .select("b.batch_no", "l.recipient_hash")
        .as("batches"),
    );

/** Who is paid is told when the roster is posted, reviewed and paid. */
export const TOLD_RECIPIENT: ToldRecord<FundsServices> = {
  written: { ...WRITTEN_BY_SCHEME, whose: OF_RECIPIENT },
  rows: withRecipients,
  addressees: [{ part: "SUBJECT", whose: OF_RECIPIENT, duties: {} }],
};

/** Who objects is told of the answer; the scheme's agency of what is to be answered. */
export const TOLD_ROSTER_OBJECTION: ToldRecord<FundsServices> = {
  written: WRITTEN_OBJECTION,
  addressees: [
    { part: "SUBJECT", whose: OF_OBJECTOR, duties: {} },
    { part: "OFFICER", whose: OF_SCHEME, isOffice: true, duties: { FILED: noLimit } },
  ],
};
