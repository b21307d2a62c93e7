/** Columns of legal_bases, once: row, select list and mapping come from here. */
import { day, defineTable, text, truth, type RowOf } from "../../../platform/database/index.js";
import type { LegalRank } from "./legal-basis.enums.js";

/** Articles of laws on which something rests (设定依据). */
export const LEGAL_BASES = defineTable("legal_bases", {
  id: text("id"),
  lawName: text("law_name"),
  docNo: text("doc_no").nullable(),
  articleNo: text("article_no").nullable(),
  text: text("text").nullable(),
  effectiveFrom: day("effective_from").nullable(),
  effectiveTo: day("effective_to").nullable(),
  rank: text("rank").of<LegalRank>().nullable(),
  jurisdiction: text("jurisdiction").nullable(),
  verified: truth("verified"),
  setsIntermediaryService: truth("sets_intermediary_service").nullable(),
});

/** A row of legal_bases. */
export type LegalBasisRow = RowOf<typeof LEGAL_BASES>;
