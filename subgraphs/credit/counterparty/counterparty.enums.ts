/** Enumeration of whom a record is about (行政相对人). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Kind of counterparty; the number is the code of the publicity tables (双公示). */
export enum CounterpartyType {
  NATURAL_PERSON_01 = "NATURAL_PERSON_01",
  LEGAL_PERSON_02 = "LEGAL_PERSON_02",
  UNINCORPORATED_03 = "UNINCORPORATED_03",
  INDIVIDUALLY_OWNED_BUSINESS_04 = "INDIVIDUALLY_OWNED_BUSINESS_04",
}

describeEnum(CounterpartyType, "CounterpartyType", "Kind of counterparty (行政相对人类别).", {
  NATURAL_PERSON_01: "Natural person; the public sees the surname alone (自然人).",
  LEGAL_PERSON_02: "Legal person (法人).",
  UNINCORPORATED_03: "Unincorporated organisation (非法人组织).",
  INDIVIDUALLY_OWNED_BUSINESS_04: "Individually-owned business (个体工商户).",
});
