/** SQL of decisions on accountability. */
import { comeBy } from "../../../platform/domain/index.js";
import type { RecordTable } from "../published-record/published-record.repository.js";
import { ACCOUNTABILITY_DECISIONS, type AccountabilityRow } from "./accountability.rows.js";
import type { AccountabilityDecision } from "./accountability.type.js";

const shown = ACCOUNTABILITY_DECISIONS.to<AccountabilityDecision>()("publishedOn");

/** The table, as records are read from it. */
export const ACCOUNTABILITY: RecordTable<AccountabilityRow, AccountabilityDecision> = {
  name: ACCOUNTABILITY_DECISIONS.name,
  columns: ACCOUNTABILITY_DECISIONS.columns,
  toNode: (row, day) => shown(row, { publishedOn: comeBy(row.published_on, day) }),
};
