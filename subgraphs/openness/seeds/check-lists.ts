/** Rules of the field that the demonstration's lists of powers and duties obey. */
import { eachRow, shareOfRows, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { onWorkingDays } from "../../demonstration-rules.js";

/** All of them. */
export const listRules: readonly DataRule<DemonstrationWorld>[] = [
  onWorkingDays(
    "lists-are-adjusted-on-working-days",
    ["caused", "applied", "reviewed", "approved", "published"]
      .map((step) => `select list_id || ' ${step}' as what, ${step}_on::text as day from agency_list_versions`)
      .join(" union all "),
  ),
  eachRow<{ what: string; twice: boolean }, DemonstrationWorld>({
    name: "no-item-has-two-wordings-in-one-version",
    holds:
      "Of an item of a list one wording holds in a version, and a wording ends where the next one begins or later.",
    reason: "A power is listed in one form or not at all.",
    source: "中办发〔2015〕21号: lists of powers and duties are adjusted item by item",
    rows: `select i.list_id || ' ' || i.code as what, exists (select 1 from agency_list_items o where o.list_id = i.list_id
        and o.code = i.code and o.since > i.since and (i.until is null or i.until > o.since)) as twice
      from agency_list_items i`,
    breach:
      () =>
      ({ what, twice }) =>
        twice ? what : undefined,
  }),
  shareOfRows<{ bare: boolean }, DemonstrationWorld>({
    name: "some-powers-of-bodies-are-not-listed-any-more",
    holds: "Of a hundred lists of powers two to twenty took a power off.",
    reason: "A register in which nothing is ever taken off is invented.",
    source: "中办发〔2015〕21号: lists are adjusted as laws change",
    rows: `select exists (select 1 from agency_list_items i where i.list_id = l.id and i.until is not null
        and not exists (select 1 from agency_list_items o where o.list_id = i.list_id and o.code = i.code and o.since >= i.until)) as bare
      from agency_lists l where kind = 'POWER'`,
    so:
      () =>
      ({ bare }) =>
        bare,
    from: 0.02,
    to: 0.2,
  }),
];
