/** Ranks of validity of instruments (效力级别, 立法法), and what of them may make an intermediary service a condition of an approval. Pure. */
import type { LocalDate } from "../local-date.js";

/** Ranks, the highest first. */
export const LEGAL_RANKS = [
  "LAW",
  "ADMINISTRATIVE_REGULATION",
  "STATE_COUNCIL_DECISION",
  "LOCAL_REGULATION",
  "DEPARTMENTAL_RULE",
  "LOCAL_RULE",
  "JUDICIAL_INTERPRETATION",
  "PARTY_REGULATION",
  "NORMATIVE_DOCUMENT",
] as const;

/** Rank of validity of an instrument. */
export type LegalRank = (typeof LEGAL_RANKS)[number];

/** Since when laws, regulations and decisions of the State Council alone may set an intermediary service (优化营商环境条例 第四十三条、施行日). */
export const RANK_NEEDED_SINCE: LocalDate = "2020-01-01";

/** What may set an intermediary service: laws, regulations and decisions of the State Council (优化营商环境条例 第四十三条); a local regulation in its own place. */
export const RANKS_THAT_SET_SERVICES: readonly LegalRank[] = [
  "LAW",
  "ADMINISTRATIVE_REGULATION",
  "STATE_COUNCIL_DECISION",
  "LOCAL_REGULATION",
];

/** Ends of titles of documents that are no law, regulation or rule whoever issued them (党政机关公文处理工作条例). */
const DOCUMENT = /(通知|意见|通告|公告|批复|函|目录|指南|方案)$/;
/** A place in front of a title makes a regulation local. */
const PLACE = /^(?!城市)[\p{Script=Han}]{1,12}?(省|市|自治区|自治州|自治县|经济特区)/u;

/**
 * The rank that a title alone gives away; undefined where it does not. 办法, 规定 and 细则 are regulations, rules or documents by who
 * issued them, which a citation does not say.
 */
export const rankOfTitle = (title: string): LegalRank | undefined => {
  const name = title
    .normalize("NFKC")
    .replaceAll(/[《》\s]/g, "")
    .replace(/\([^)]*\)$/, "");
  if (DOCUMENT.test(name)) return "NORMATIVE_DOCUMENT";
  if (/^国务院(?!办公厅).*决定$/.test(name)) return "STATE_COUNCIL_DECISION";
  if (name.endsWith("条例")) {
    if (name.startsWith("中华人民共和国")) return "ADMINISTRATIVE_REGULATION";
    return PLACE.test(name) ? "LOCAL_REGULATION" : undefined;
  }
  return name.endsWith("法") && !name.endsWith("办法") && !PLACE.test(name) ? "LAW" : undefined;
};
