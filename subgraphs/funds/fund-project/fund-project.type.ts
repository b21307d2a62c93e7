/** FundProject: what money is spent on, with the published element set of assistance projects (资金项目). */
import { Directive, Field, ID, Int, ObjectType, Open } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { FundLevel } from "../budget-allotment/budget-allotment.enums.js";
import { FundProjectState } from "./fund-project.machine.js";
import { FundProjectCategory } from "./fund-project.enums.js";

/** Money of one level in a project. */
@ObjectType({ description: "Money that one level put into a project (资金来源与构成)." })
export class SourceAmount {
  @Field(() => FundLevel, { description: "Level (级次)." })
  level: FundLevel;

  @Field(() => MoneyScalar, { description: "Assigned up to the day of the request (金额)." })
  amount: bigint;
}

/** Who benefits. */
@ObjectType({ description: "Who benefits from a project; nothing is told of one to four households (受益对象)." })
export class Beneficiaries {
  @Directive("@aggregate(minGroup: 5)")
  @Field(() => Int, { nullable: true, description: "Households; null where suppressed (受益户数)." })
  households?: number;

  @Directive("@aggregate(minGroup: 5)")
  @Field(() => Int, { nullable: true, description: "Persons; null where suppressed (受益人数)." })
  persons?: number;

  @Directive("@aggregate(minGroup: 5)")
  @Field(() => Int, {
    nullable: true,
    description: "Households lifted out of poverty or monitored; null where suppressed (其中脱贫户、监测户).",
  })
  poorHouseholds?: number;

  @Field(() => Boolean, {
    description:
      "True where a figure is withheld: of one to four, or giving such a group away (是否因人数过少不予显示).",
  })
  suppressed: boolean;
}

/** How the contractor was found, and the contract. */
@ObjectType({ description: "Procurement of a project and its contract (招投标与合同)." })
export class ProjectProcurement {
  @Field(() => String, { nullable: true, description: "How the contractor was found (采购方式)." })
  method?: string;

  @Field(() => String, { nullable: true, description: "Number of the contract (合同编号)." })
  contractNo?: string;

  @Field(() => MoneyScalar, { nullable: true, description: "Contract amount; no more is paid (合同金额)." })
  contractAmount?: bigint;

  @Field(() => DateScalar, { nullable: true, description: "Day of the contract (签订日期)." })
  contractedOn?: string;
}

/** A project. Links are resolved from the codes that the schema does not show. */
@Directive('@key(fields: "projectCode")')
@ObjectType({ description: "What public money is spent on, as it is published (资金项目)." })
export class FundProject {
  @Field(() => ID, { description: "Code (项目编码)." })
  projectCode: string;

  @Field(() => String, { description: "Name (项目名称)." })
  name: string;

  @Field(() => FundProjectCategory, { description: "Kind (项目类别)." })
  category: FundProjectCategory;

  @Field(() => FundProjectState, { description: "State (项目状态)." })
  state: FundProjectState;

  @Field(() => String, { nullable: true, description: "Village, twelve digits, where it is in one (村级区划代码)." })
  villageCode?: string;

  @Field(() => String, { nullable: true, description: "What is built or done (建设内容)." })
  content?: string;

  @Field(() => DateScalar, { description: "First day (开始日期)." })
  periodFrom: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day (完成日期)." })
  periodTo?: string;

  @Open({
    reviewed: "2026-11-25",
    by: "funds: the responsible person is named with the project (扶贫资金项目公告公示)",
  })
  @Field(() => String, { nullable: true, description: "Person responsible for it, by name alone (责任人)." })
  responsiblePerson?: string;

  @Field(() => ProjectProcurement, { nullable: true, description: "Procurement and contract (招投标与合同)." })
  procurement?: ProjectProcurement;

  @Field(() => Beneficiaries, { nullable: true, description: "Who benefits (受益对象)." })
  beneficiaries?: Beneficiaries;

  @Field(() => String, { nullable: true, description: "How households take part in the gain (联农带农机制)." })
  benefitMechanism?: string;

  @Field(() => String, { nullable: true, description: "What is expected of it (预期目标)." })
  targets?: string;

  @Field(() => String, { nullable: true, description: "What came out (实施结果)." })
  results?: string;

  @Field(() => Int, { description: "Progress in per cent, as reported (进度)." })
  progress: number;

  @Field(() => DateScalar, { nullable: true, description: "Day of acceptance (验收日期)." })
  acceptedOn?: string;

  @Field(() => String, { nullable: true, description: "Finding of the acceptance (验收结论)." })
  acceptance?: string;

  @Field(() => String, { nullable: true, description: "Where to complain, such as 12317 (监督举报渠道)." })
  complaintChannel?: string;

  policyCode: string;
  divisionCode: string;
  ownerId: string;
  contractorId?: string;
  version: number;
}

/** A page of projects. */
export const FundProjectConnection = createConnectionType("FundProject", () => FundProject, "资金项目");
