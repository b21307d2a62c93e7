/** The hand-typed table of who may see what; the columns are the viewers of test/support/visibility.ts in their order. */
import type { VisibleRecord } from "./visibility.js";
import { CREDIT } from "./visible-records/credit.js";
import { FUNDS } from "./visible-records/funds.js";
import { INTERMEDIARY } from "./visible-records/intermediary.js";
import { MATTERS } from "./visible-records/matters.js";
import { OPENNESS } from "./visible-records/openness.js";
import { OPENNESS_TRADE } from "./visible-records/openness-trade.js";
import { OPENNESS_RESULTS } from "./visible-records/openness-results.js";
import { PARTICIPATION } from "./visible-records/participation.js";
import { OPENNESS_RULES } from "./visible-records/openness-rules.js";
import { REFERENCE } from "./visible-records/reference.js";

/** All records of the table. */
export const VISIBLE_RECORDS: readonly VisibleRecord[] = [
  ...REFERENCE,
  ...MATTERS,
  ...INTERMEDIARY,
  ...CREDIT,
  ...FUNDS,
  ...OPENNESS,
  ...OPENNESS_TRADE,
  ...OPENNESS_RESULTS,
  ...PARTICIPATION,
  ...OPENNESS_RULES,
];
