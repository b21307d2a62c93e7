/** Keeps what the rules find in the records, with every ground for it; who may know of a ground is decided where it is read. */
import type { Knex } from "knex";
import { FindingRule } from "./finding.enums.js";
import { BARRED_BIDDER, PAYER_MISMATCH, RED_FLAG_WINNER, RELATED_INTERMEDIARY } from "./finding.of-firms.repository.js";
import {
  LOW_RANK_BASIS,
  NO_SETTING_BASIS,
  REPEALED_BASIS,
  SPLIT_SERVICE,
  UNLISTED_DEMAND,
} from "./finding.of-services.repository.js";
import { INTERMEDIARY_FINDINGS } from "./finding.rows.js";

const RULES: Readonly<Record<FindingRule, string>> = {
  [FindingRule.BARRED_BIDDER]: BARRED_BIDDER,
  [FindingRule.LOW_RANK_BASIS]: LOW_RANK_BASIS,
  [FindingRule.NO_SETTING_BASIS]: NO_SETTING_BASIS,
  [FindingRule.PAYER_MISMATCH]: PAYER_MISMATCH,
  [FindingRule.RED_FLAG_WINNER]: RED_FLAG_WINNER,
  [FindingRule.RELATED_INTERMEDIARY]: RELATED_INTERMEDIARY,
  [FindingRule.REPEALED_BASIS]: REPEALED_BASIS,
  [FindingRule.SPLIT_SERVICE]: SPLIT_SERVICE,
  [FindingRule.UNLISTED_DEMAND]: UNLISTED_DEMAND,
};

const KEPT = Object.values(INTERMEDIARY_FINDINGS.declared)
  .map(({ name }) => name)
  .filter((name) => !["rule", "position", "found_on"].includes(name))
  .join(", ");

/** Checks all rules again for the day, and keeps what they find, in the caller's transaction. */
export const refreshFindings = async (db: Knex, today: string): Promise<void> => {
  await db("intermediary_findings").delete();
  await db.raw(
    `insert into intermediary_findings (rule, position, found_on, ${KEPT})
     select rule, row_number() over (partition by rule, finding_id order by weight, tie), :today::date, ${KEPT}
     from (${Object.values(RULES)
       .map((rule) => `(${rule})`)
       .join(" union all ")}) as found`,
    { today },
  );
};
