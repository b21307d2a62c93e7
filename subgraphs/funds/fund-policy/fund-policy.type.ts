/** FundPolicy: a subsidy or fund, its standard, and by which matters it is applied for (补贴/资金政策). */
import { Directive, Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar, createConnectionType, describeEnum } from "../../../platform/graphql/index.js";
import { FundLevel } from "../budget-indicator/budget-indicator.type.js";

/** Kind of fund. */
export enum FundKind {
  RURAL_REVITALISATION = "RURAL_REVITALISATION",
  MINIMUM_LIVING = "MINIMUM_LIVING",
  DISABILITY = "DISABILITY",
  FARMLAND = "FARMLAND",
  FARM_MACHINERY = "FARM_MACHINERY",
  EDUCATION_AID = "EDUCATION_AID",
  EMPLOYMENT = "EMPLOYMENT",
  BUSINESS_START = "BUSINESS_START",
}

describeEnum(FundKind, "FundKind", "Kind of fund (资金类别).", {
  RURAL_REVITALISATION: "Linking poverty relief with rural revitalisation (衔接推进乡村振兴补助).",
  MINIMUM_LIVING: "Minimum living allowance (最低生活保障).",
  DISABILITY: "The two allowances of persons with disabilities (残疾人两项补贴).",
  FARMLAND: "Protection of farmland fertility (耕地地力保护).",
  FARM_MACHINERY: "Purchase and use of farm machinery (农机购置与应用).",
  EDUCATION_AID: "Living aid in compulsory education (义务教育生活补助).",
  EMPLOYMENT: "Employment aid (就业补助).",
  BUSINESS_START: "Aid to new and small businesses (创业扶持).",
});

/** A rate at which a policy pays. */
@ObjectType({ description: "A rate at which a policy pays (补贴标准)." })
export class SubsidyStandard {
  @Field(() => String, { description: "What one rate is for, such as 亩 or 人/月 (计量单位)." })
  unit: string;

  @Field(() => MoneyScalar, { nullable: true, description: "Amount per unit; absent where it varies (标准金额)." })
  amount?: bigint;

  @Field(() => String, { nullable: true, description: "When this rate applies (适用条件)." })
  condition?: string;
}

/** Share of a level in a policy's money. */
@ObjectType({ description: "Share of a level in the money of a policy (分担比例)." })
export class SourceShare {
  @Field(() => FundLevel, { description: "Level (级次)." })
  level: FundLevel;

  @Field(() => Int, { description: "Per cent (百分比)." })
  percent: number;
}

/** A policy. Links are resolved from `competentDeptId`. */
@Directive('@key(fields: "policyCode")')
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
