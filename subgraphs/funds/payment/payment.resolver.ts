/** Root field and links of payments. */
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { codeName } from "../classification/classification.js";
import type { FundsContext } from "../context.js";
import { FundAllocation } from "../fund-allocation/fund-allocation.type.js";
import { FundPolicy } from "../fund-policy/fund-policy.type.js";
import { Organization } from "../organization/organization.type.js";
import { Payment } from "./payment.type.js";

@Resolver(() => Payment)
export class PaymentResolver {
  @Query(() => Payment, { nullable: true, description: "A payment by number (按凭证号查支付)." })
  payment(
    @Ctx() { services }: FundsContext,
    @Arg("paymentNo", () => ID, { description: "Number of the payment order (支付凭证号)." }) paymentNo: string,
  ): Promise<Payment | undefined> {
    return services.payments.find(paymentNo);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Unit out of whose budget it is paid (付款单位)." })
  payerUnit(@Root() { payerId }: Payment): Organization {
    return { id: payerId };
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Body that is paid; absent for persons and batches (收款单位).",
  })
  payeeOrg(@Root() { payeeOrgId }: Payment): Organization | undefined {
    return payeeOrgId === undefined ? undefined : { id: payeeOrgId };
  }

  @FieldResolver(() => FundAllocation, {
    nullable: true,
    description: "Allocation out of which it is paid (所属分配).",
  })
  allocation(
    @Root() { allocationId }: Payment,
    @Ctx() { services }: FundsContext,
  ): Promise<FundAllocation | undefined> {
    return services.fundAllocations.find(allocationId);
  }

  @FieldResolver(() => FundPolicy, { nullable: true, description: "Policy that the money serves (资金政策)." })
  policy(
    @Root() { policyCode }: Payment,
    @Ctx() { services }: FundsContext,
  ): Promise<FundPolicy | undefined> | undefined {
    return policyCode === undefined ? undefined : services.fundPolicies.find(policyCode);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Name of the function code in the table of the year of payment (功能分类科目名称).",
  })
  functionName(@Root() { paidOn, functionCode }: Payment): string | undefined {
    return codeName("FUNCTION", Number(paidOn.slice(0, 4)), functionCode);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Name of the departmental economic code in the table of the year of payment (部门经济分类科目名称).",
  })
  deptEconName(@Root() { paidOn, deptEconCode }: Payment): string | undefined {
    return deptEconCode === undefined
      ? undefined
      : codeName("DEPARTMENT_ECONOMIC", Number(paidOn.slice(0, 4)), deptEconCode);
  }
}
