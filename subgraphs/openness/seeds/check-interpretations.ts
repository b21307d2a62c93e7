/** Rules of the field that the demonstration's interpretations obey. */
import { eachRow, shareOfRows, type DataRule } from "../../../platform/subgraph/index.js";
import { workdaysBetween } from "../../../platform/domain/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { onWorkingDays } from "../../demonstration-rules.js";
import { limitWorkdays } from "../policy-interpretation/policy-interpretation.js";

const SOURCE = "《关于全面推进政务公开工作的意见》实施细则 (国办发〔2016〕80号)";

/** All of them. */
export const interpretationRules: readonly DataRule<DemonstrationWorld>[] = [
  onWorkingDays(
    "interpretations-are-published-on-working-days",
    "select id as what, published_on::text as day from policy_interpretations",
  ),
  eachRow<{ id: string; early: boolean }, DemonstrationWorld>({
    name: "no-interpretation-goes-before-its-document",
    holds: "An interpretation is published with its document or after it.",
    reason: "It would tell of a document that is not public.",
    source: SOURCE,
    rows: `select i.id, coalesce(i.published_on < d.published_on, true) as early
      from policy_interpretations i join public_documents d using (index_no) where i.published_on is not null`,
    breach:
      () =>
      ({ id, early }) =>
        early ? id : undefined,
  }),
  shareOfRows<{ published: string; explained: string | null }, DemonstrationWorld>({
    name: "some-documents-are-explained-late-or-never",
    holds: "Of a hundred normative documents ten to forty have no interpretation, or one after the limit.",
    reason: "A register in which nothing is ever late is invented.",
    source: SOURCE,
    rows: `select d.published_on::text as published, min(i.published_on)::text as explained
      from public_documents d left join policy_interpretations i using (index_no)
      where d.normative and d.published_on is not null group by d.index_no`,
    so:
      () =>
      ({ published, explained }) => {
        const days = explained === null ? undefined : workdaysBetween(published, explained);
        return days === undefined || days > limitWorkdays(published);
      },
    from: 0.1,
    to: 0.4,
  }),
];
