/** FundPolicy: a subsidy or fund, its standard, and by which matters it is applied for (补贴/资金政策). */
import { Directive, Field, ID, Int, ObjectType, SameForAll } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { FundLevel } from "../budget-allotment/budget-allotment.enums.js";
import { FundKind } from "./fund-policy.enums.js";
import type * as domain from "./fund-policy.js";

/** A rate at which a policy pays. */
@SameForAll()
@ObjectType({ description: "A rate at which a policy pays (补贴标准)." })
export class SubsidyStandard implements domain.SubsidyStandard {
  @Field(() => String, { description: "What one rate is for, such as 亩 or 人/月 (计量单位)." })
  unit: string;

  @Field(() => MoneyScalar, { nullable: true, description: "Amount per unit; absent where it varies (标准金额)." })
  amount?: bigint;

  @Field(() => String, { nullable: true, description: "When this rate applies (适用条件)." })
  condition?: string;
}

/** Share of a level in a policy's money. */
@SameForAll()
@ObjectType({ description: "Share of a level in the money of a policy (分担比例)." })
export class SourceShare implements domain.SourceShare {
  @Field(() => FundLevel, { description: "Level (级次)." })
  level: FundLevel;

  @Field(() => Int, { description: "Per cent (百分比)." })
  percent: number;
}

/** A policy. Links are resolved from `competentDeptId`. */
@Directive('@key(fields: "policyCode")')
@SameForAll()
@ObjectType({ description: "A subsidy or fund with its standard (补贴/资金政策)." })
export class FundPolicy {
  @Field(() => ID, { description: "Code (政策编码)." })
  policyCode: string;

  @Field(() => String, { description: "Name (政策名称)." })
  name: string;

  @Field(() => FundKind, { description: "Kind (资金类别)." })
  kind: FundKind;

  @Field(() => [SubsidyStandard], { description: "Rates at which it pays (补贴标准)." })
  standard: SubsidyStandard[];

  @Field(() => [SourceShare], { description: "Shares of the levels (分担比例)." })
  sourceShares: SourceShare[];

  @Field(() => DateScalar, { description: "First day in force (生效日期)." })
  validFrom: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day in force (失效日期)." })
  validTo?: string;

  @Field(() => String, { nullable: true, description: "How often it pays (发放周期)." })
  payCycle?: string;

  @Field(() => String, { nullable: true, description: "Who is eligible (申领条件)." })
  eligibility?: string;

  competentDeptId?: string;
}

/** A page of policies. */
export const FundPolicyConnection = createConnectionType("FundPolicy", () => FundPolicy, "资金政策");
