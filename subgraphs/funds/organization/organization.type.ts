/** Stub of Organization, owned by reference, and what funds adds to it. */
import { Directive, Field, ID, Int, ObjectType, SameForAll } from "../../../platform/graphql/classes/index.js";
import { MoneyScalar } from "../../../platform/graphql/index.js";

/** Stub of an organisation. */
@Directive('@key(fields: "id")')
@SameForAll()
@ObjectType({ description: "An organisation: agency, institution, enterprise and so on (机构/主体)." })
export class Organization {
  @Field(() => ID, { description: "Id that never changes (机构编号)." })
  id: string;
}

/** Public money that an organisation received in a year. Its payments are resolved from `organizationId`. */
@ObjectType({ description: "Public money that an organisation received out of one fiscal year (获得资金)." })
export class FundsReceived {
  @Field(() => Int, { description: "Fiscal year (预算年度)." })
  year: number;

  @Field(() => MoneyScalar, { description: "Paid to it, returns taken off (到账金额)." })
  totalAmount: bigint;

  @Field(() => Int, { description: "Number of payments to it (支付笔数)." })
  paymentCount: number;

  @Field(() => Int, { description: "Number of allocations out of which it was paid (分配笔数)." })
  allocations: number;

  organizationId: string;
}
