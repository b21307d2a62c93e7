/** What the mirror keeps of each kind of record: fields that the record itself has. What is computed each day is asked for when it is needed, since no change is told of it. */

/** A kind of record as the feed of changes names it. */
export interface Kind {
  readonly kind: string;
  readonly type: string;
  /** The field that the feed's key is. */
  readonly key: string;
  /** The list with all of its public records. @default none: it is copied by the feed */
  readonly list?: string;
  readonly fields: string;
}

/** All kinds; whoever needs other fields writes them here, and the mirror copies that kind again. */
export const KINDS: readonly Kind[] = [
  { kind: "DIVISION", type: "Division", key: "code", fields: "code name level validFrom validTo" },
  {
    kind: "LEGAL_BASIS",
    type: "LegalBasis",
    key: "id",
    fields: "id docNo lawName articleNo text effectiveFrom effectiveTo",
  },
  { kind: "ORGANIZATION", type: "Organization", key: "id", list: "organizations", fields: "id name uscc" },
  {
    ...{ kind: "CATALOGUE_ITEM", type: "CatalogueItem", key: "catalogCode", list: "catalogueItems" },
    fields: "catalogCode taskName taskType useLevels effectiveFrom cancelledOn",
  },
  {
    ...{ kind: "SERVICE_MATTER", type: "ServiceMatter", key: "id", list: "serviceMatters" },
    fields:
      "id taskCode taskName taskType version statutory { amount unit } promised { amount unit } visits isFee acceptCondition",
  },
  {
    ...{ kind: "INTERMEDIARY_SERVICE", type: "IntermediaryService", key: "code", list: "intermediaryServices" },
    fields: "code name feeNature feeStandard resultName effectiveFrom effectiveTo",
  },
  {
    ...{ kind: "LICENCE", type: "AdministrativeLicence", key: "id", list: "licences" },
    fields:
      "id docNo docName category certName licenceNo content decisionDate validFrom validTo counterpartyName sourceUnit authority { id } counterparty { id }",
  },
  {
    ...{ kind: "PENALTY", type: "AdministrativePenalty", key: "id", list: "penalties" },
    fields:
      "id docNo violationType kinds content fine confiscated decisionDate severity publicityUntil counterpartyName sourceUnit authority { id } counterparty { id }",
  },
  {
    ...{ kind: "LIST_ENTRY", type: "ListEntry", key: "id", list: "listEntries" },
    fields: "id list kind decisionDocNo basisLaw listedOn expiresOn subject { id } authority { id }",
  },
  {
    ...{ kind: "COMMITMENT", type: "CreditCommitment", key: "id", list: "creditCommitments" },
    fields: "id type text counterpartyName signedOn dueOn counterparty { id } authority { id }",
  },
  {
    ...{ kind: "FUND_POLICY", type: "FundPolicy", key: "policyCode", list: "fundPolicies" },
    fields:
      "policyCode name kind standard { unit amount condition } sourceShares { level percent } validFrom validTo eligibility",
  },
  {
    ...{ kind: "BUDGET_ALLOTMENT", type: "BudgetAllotment", key: "allotmentNo", list: "budgetAllotments" },
    fields: "allotmentNo fiscalYear fundName budgetCategory functionCode sourceLevel amount issuedOn",
  },
  {
    ...{ kind: "FUND_PROJECT", type: "FundProject", key: "projectCode", list: "fundProjects" },
    fields: "projectCode name category villageCode content periodFrom periodTo owner { id }",
  },
  {
    ...{ kind: "PAYMENT", type: "Payment", key: "paymentNo" },
    fields:
      "paymentNo payeeKind payeeCount amount purpose functionCode paidOn returnedOn returnedAmount payeeOrg { id }",
  },
  {
    ...{ kind: "PROCUREMENT", type: "IntermediaryProcurement", key: "projectNo", list: "intermediaryProcurements" },
    fields: "projectNo name fundSource selection ceiling registeredAt publicNoticeAt closesAt",
  },
  {
    ...{ kind: "PUBLIC_DOCUMENT", type: "PublicDocument", key: "indexNo", list: "publicDocuments" },
    fields: "indexNo documentNo title issuerName genre createdOn publishedOn validFrom validUntil",
  },
];

/** The kinds of these names, all without one. Throws where one is unknown. */
export const kindsOf = (names: readonly string[]): readonly Kind[] => {
  const unknown = names.filter((name) => !KINDS.some(({ kind }) => kind === name));
  if (unknown.length > 0)
    throw new Error(`No such kind: ${unknown.join(", ")}. There are ${KINDS.map(({ kind }) => kind).join(", ")}.`);
  return names.length === 0 ? KINDS : KINDS.filter(({ kind }) => names.includes(kind));
};
