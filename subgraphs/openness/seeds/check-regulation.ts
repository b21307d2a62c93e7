/** Rules of the field that regulatory notices and random inspections of the demonstration obey. */
import { eachRow, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { onWorkingDays } from "../../demonstration-rules.js";

/** All of them. */
export const regulationRules: readonly DataRule<DemonstrationWorld>[] = [
  onWorkingDays(
    "regulators-plan-draw-and-publish-on-working-days",
    `select id as what, issued_on::text as day from regulatory_notices union all select id || ' published', published_on::text from regulatory_notices
      union all select no || ' plan', published_on::text from random_inspections union all select no || ' draw', drawn_on::text from random_inspections
      union all select no || ' results', results_on::text from random_inspections`,
  ),
  eachRow<{ what: string; open: boolean }, DemonstrationWorld>({
    name: "an-inspection-publishes-every-result",
    holds:
      "Once the results of a random inspection are published, each enterprise that was drawn has one, made after the draw.",
    reason: "A result that is left out is one that somebody hides.",
    source: "国办发〔2015〕58号 on random inspections: results are published in time",
    rows: `select o.inspection_no || ' ' || o.position as what, o.result is null or o.inspected_on < i.drawn_on as open
      from inspected_objects o join random_inspections i on i.no = o.inspection_no where i.results_on is not null`,
    breach:
      () =>
      ({ what, open }) =>
        open ? what : undefined,
  }),
];
