/** Rules of the field that registrations of documents and rounds of clean-up in the demonstration obey. */
import { eachRow, shareOfRows, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { onWorkingDays } from "../../demonstration-rules.js";

/** All of them. */
export const documentProcedureRules: readonly DataRule<DemonstrationWorld>[] = [
  onWorkingDays(
    "documents-are-reviewed-filed-and-cleaned-up-on-working-days",
    ["legality_reviewed", "registered", "filed"]
      .map((step) => `select index_no || ' ${step}' as what, ${step}_on::text as day from document_registrations`)
      .concat(
        ["started", "decided", "published"].map(
          (step) => `select id || ' ${step}', ${step}_on::text from cleanup_rounds`,
        ),
      )
      .join(" union all "),
  ),
  eachRow<{ what: string; ended: boolean }, DemonstrationWorld>({
    name: "what-a-round-repealed-is-repealed",
    holds: "A document that a published round repealed is repealed or replaced in whole by a document.",
    reason: "A list that repeals and a text that does not contradict each other.",
    source: "国办发〔2018〕37号 on normative documents: results of a clean-up are published and carried out",
    rows: `select o.round_id || ' ' || o.index_no as what, exists (select 1 from document_relations r where r.other_index_no = o.index_no
        and r.kind in ('REPEALS', 'REPLACES') and r.part is null) as ended
      from cleanup_outcomes o where o.kind = 'REPEALED'`,
    breach:
      () =>
      ({ what, ended }) =>
        ended ? undefined : what,
  }),
  shareOfRows<{ bare: boolean }, DemonstrationWorld>({
    name: "some-normative-documents-lack-a-step",
    holds: "Of a hundred normative documents five to forty lack review, registration or filing.",
    reason: "A register in which nothing is ever missing is invented.",
    source: "国办发〔2018〕115号 on review of legality; the share is one of experience",
    rows: `select r.legality_reviewed_on is null or r.registered_on is null or r.filed_on is null as bare
      from public_documents d left join document_registrations r using (index_no) where d.normative and d.issuer_id is not null`,
    so:
      () =>
      ({ bare }) =>
        bare,
    from: 0.05,
    to: 0.4,
  }),
];
