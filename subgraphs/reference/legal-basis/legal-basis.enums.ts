/** Enumeration of ranks of validity (效力级别, 立法法). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Rank of validity. */
export enum LegalRank {
  LAW = "LAW",
  ADMINISTRATIVE_REGULATION = "ADMINISTRATIVE_REGULATION",
  STATE_COUNCIL_DECISION = "STATE_COUNCIL_DECISION",
  LOCAL_REGULATION = "LOCAL_REGULATION",
  DEPARTMENTAL_RULE = "DEPARTMENTAL_RULE",
  LOCAL_RULE = "LOCAL_RULE",
  JUDICIAL_INTERPRETATION = "JUDICIAL_INTERPRETATION",
  PARTY_REGULATION = "PARTY_REGULATION",
  NORMATIVE_DOCUMENT = "NORMATIVE_DOCUMENT",
}

describeEnum(LegalRank, "LegalRank", "Rank of validity of an instrument (效力级别).", {
  LAW: "Law of the National People's Congress or its standing committee (法律).",
  ADMINISTRATIVE_REGULATION: "Regulation of the State Council (行政法规).",
  STATE_COUNCIL_DECISION: "Decision of the State Council (国务院决定).",
  LOCAL_REGULATION: "Regulation of a local people's congress, autonomous ones included (地方性法规).",
  DEPARTMENTAL_RULE: "Rule of a ministry (部门规章).",
  LOCAL_RULE: "Rule of a local government (地方政府规章).",
  JUDICIAL_INTERPRETATION: "Interpretation of the Supreme People's Court or Procuratorate (司法解释).",
  PARTY_REGULATION: "Regulation of the Party, also one issued with the State Council (党内法规).",
  NORMATIVE_DOCUMENT: "Document below all these (规范性文件).",
});
