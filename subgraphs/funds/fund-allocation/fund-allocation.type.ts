/** FundAllocation: an edge of the flow graph, from a division to a division, an organisation or a project (资金分配). */
import { createUnionType, Directive, Field, Float, ID, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { Division } from "../division/division.type.js";
import { FundProject } from "../fund-project/fund-project.type.js";
import { Organization } from "../organization/organization.type.js";
import { AllocationMethod } from "./fund-allocation.enums.js";
import type * as domain from "./fund-allocation.js";

/** A factor of an allocation. */
@ObjectType({ description: "A factor of an allocation with its weight (分配因素)." })
export class AllocationFactor implements domain.AllocationFactor {
  @Field(() => String, { description: "Name (因素名称)." })
  name: string;

  @Field(() => Float, { description: "Weight in per cent (权重)." })
  weight: number;

  @Field(() => String, { nullable: true, description: "Value of the recipient (因素值)." })
  value?: string;
}

/** Who receives an allocation. */
export const Recipient = createUnionType({
  name: "Recipient",
  description: "Who receives an allocation: a division, an organisation or a project (接收方).",
  types: () => [Organization, Division, FundProject] as const,
  resolveType: (value) => ("projectCode" in value ? FundProject : "code" in value ? Division : Organization),
});

/** An allocation. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "An edge of the flow of money: who passed how much to whom (资金分配)." })
export class FundAllocation {
  @Field(() => ID, { description: "Id (分配编号)." })
  id: string;

  @Field(() => MoneyScalar, { description: "Amount decided (分配金额)." })
  amount: bigint;

  @Field(() => AllocationMethod, { description: "How it was decided (分配方法)." })
  method: AllocationMethod;

  @Field(() => [AllocationFactor], { description: "Factors of the decision (分配因素)." })
  factors: AllocationFactor[];

  @Field(() => DateScalar, { description: "Day of the decision (分配日期)." })
  decidedOn: string;

  @Field(() => String, { nullable: true, description: "Document that decided it (分配文号)." })
  documentNo?: string;

  allotmentNo: string;
  parentId?: string;
  fromDivisionCode?: string;
  toDivisionCode?: string;
  toOrganizationId?: string;
  toProjectCode?: string;
}

/** A page of the flow. */
export const FlowConnection = createConnectionType("Flow", () => FundAllocation, "资金流向");
