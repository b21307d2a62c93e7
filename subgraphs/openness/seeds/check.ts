/** Rules of the field that the demonstration's records obey. */
import { eachRow, shareOfRows, type DataRule } from "../../../platform/subgraph/index.js";
import { workdaysBetween } from "../../../platform/domain/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { numbersGrow, onWorkingDays } from "../../demonstration-rules.js";
import { decisionRules } from "./check-decisions.js";
import { enforcementRules } from "./check-enforcement.js";
import { inquiryRules } from "./check-inquiries.js";
import { interpretationRules } from "./check-interpretations.js";
import { listRules } from "./check-lists.js";
import { requestRules } from "./check-requests.js";
import { standardRules } from "./check-standards.js";

/** All of them. */
export const opennessRules: readonly DataRule<DemonstrationWorld>[] = [
  onWorkingDays(
    "documents-are-issued-and-published-on-working-days",
    `select index_no || ' issued' as what, created_on::text as day from public_documents where issuer_id is not null
      union all select index_no || ' published', published_on::text from public_documents where issuer_id is not null`,
  ),
  numbersGrow(
    "document-numbers-grow-with-time",
    "select issuer_id as office, document_no as no, created_on as day from public_documents where issuer_id is not null",
  ),
  eachRow<{ no: string; other: string; too_early: boolean }, DemonstrationWorld>({
    name: "nothing-is-repealed-before-it-is-issued",
    holds: "What a document says of another takes effect after the other was issued and after it was issued itself.",
    reason: "A repeal before issue is an error of entry.",
    source: "规章制定程序条例 第三十九条 (国令第695号)",
    rows: `select d.document_no as no, o.document_no as other,
        r.effective_on < d.created_on or r.effective_on < o.created_on or d.created_on < o.created_on as too_early
      from document_relations r join public_documents d using (index_no) join public_documents o on o.index_no = r.other_index_no`,
    breach:
      () =>
      ({ no, other, too_early: tooEarly }) =>
        tooEarly ? `${no} on ${other}` : undefined,
  }),
  shareOfRows<{ created: string; published: string }, DemonstrationWorld>({
    name: "some-documents-are-published-late",
    holds: "Of a hundred documents two to ten are published later than twenty working days after their issue.",
    reason: "A register in which nothing is ever late is invented.",
    source: "政府信息公开条例 第二十六条 (国令第711号)",
    rows: `select created_on::text as created, published_on::text as published from public_documents
      where issuer_id is not null and published_on is not null`,
    so:
      () =>
      ({ created, published }) => {
        const days = workdaysBetween(created, published);
        return typeof days === "number" && days > 20;
      },
    from: 0.02,
    to: 0.1,
  }),
  ...interpretationRules,
  ...decisionRules,
  ...standardRules,
  ...listRules,
  ...enforcementRules,
  ...requestRules,
  ...inquiryRules,
];
