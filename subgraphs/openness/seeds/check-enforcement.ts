/** Rules of the field that the demonstration's records of enforcement obey. */
import { eachRow, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { onWorkingDays } from "../../demonstration-rules.js";

/** All of them. */
export const enforcementRules: readonly DataRule<DemonstrationWorld>[] = [
  onWorkingDays(
    "enforcement-is-done-and-published-on-working-days",
    `select doc_no || ' done' as what, done_on::text as day from enforcement_records
      union all select doc_no || ' published', published_on::text from enforcement_records`,
  ),
  eachRow<{ no: string; holders: number }, DemonstrationWorld>({
    name: "two-certified-persons-enforce",
    holds:
      "An inspection or a measure is done by two persons or more, each of the body and with a certificate that was valid on the day.",
    reason: "What one person alone found is no evidence.",
    source: "行政处罚法 第四十二条, 行政强制法 第十八条",
    rows: `select doc_no as no, (select count(*)::int from staff_certificates c where c.number = any (r.certificate_numbers)
        and c.organ_id = r.organ_id and r.done_on between c.valid_from and coalesce(c.revoked_on - 1, c.valid_until)) as holders
      from enforcement_records r`,
    breach:
      () =>
      ({ no, holders }) =>
        holders < 2 ? no : undefined,
  }),
  eachRow<{ what: string; twice: boolean }, DemonstrationWorld>({
    name: "of-a-circumstance-one-benchmark-is-applied-on-a-day",
    holds: "Of the versions of a circumstance one is applied on a day at most.",
    reason: "Two ranges for one case are no benchmark.",
    source: "国办发〔2022〕27号 on benchmarks of discretion",
    rows: `select b.organ_id || ' ' || b.code as what, exists (select 1 from discretion_benchmarks o where o.organ_id = b.organ_id and o.code = b.code
        and o.version <> b.version and daterange(o.valid_from, o.valid_until, '[]') && daterange(b.valid_from, b.valid_until, '[]')) as twice
      from discretion_benchmarks b`,
    breach:
      () =>
      ({ what, twice }) =>
        twice ? what : undefined,
  }),
];
