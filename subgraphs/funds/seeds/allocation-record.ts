/** The record of an allocation, and the account that holds its money. */
import type { NewOf } from "../../../platform/database/index.js";
import type { Fen } from "../../../platform/domain/index.js";
import type { ALLOCATIONS } from "../fund-allocation/fund-allocation.rows.js";
import { STORED_FACTOR } from "../fund-allocation/fund-allocation.stored.js";
import { ACCOUNTS } from "../ledger/ledger.js";
import type { SeedRecipient } from "./book-terms.js";
import type { SeedAllocation, SeedDecision } from "./rows.js";

/** From whom, to whom, how much and when. */
export interface AllocationTerms {
  readonly from?: string;
  readonly to?: string;
  readonly recipient?: SeedRecipient;
  readonly amount: Fen;
  readonly issuedOn: string;
}

type Place = Pick<NewOf<typeof ALLOCATIONS>, "id" | "allotmentNo" | "lineage" | "parentId" | "isHead">;

const receiverOf = ({ recipient, to }: AllocationTerms) => ({
  division: recipient?.division ?? to!,
  organizationId: recipient !== undefined && "id" in recipient ? recipient.id : undefined,
  projectCode: recipient !== undefined && "projectCode" in recipient ? recipient.projectCode : undefined,
});

/** The record. */
export const allocationRecord = (
  place: Place,
  terms: AllocationTerms,
  { method, factors = [] }: SeedDecision,
): NewOf<typeof ALLOCATIONS> => {
  const { division, organizationId, projectCode } = receiverOf(terms);
  return {
    ...{ ...place, amount: terms.amount, method },
    fromDivisionCode: terms.from,
    toDivisionCode: terms.to,
    toOrganizationId: organizationId,
    toProjectCode: projectCode,
    recipientDivision: division,
    factors: factors.map(STORED_FACTOR.write),
    decidedOn: terms.issuedOn,
    documentNo: place.allotmentNo,
  };
};

/** What the books know of it further. */
export const allocationOf = ({ id, allotmentNo, lineage }: Place, terms: AllocationTerms): SeedAllocation => {
  const { recipient, amount } = terms;
  const { division, organizationId, projectCode } = receiverOf(terms);
  const account = projectCode === undefined ? (organizationId ?? division) : ACCOUNTS.project(projectCode);
  const payeeId = recipient === undefined ? undefined : "payeeId" in recipient ? recipient.payeeId : recipient.id;
  return { id, allotmentNo, lineage, account, division, amount, payeeId };
};
