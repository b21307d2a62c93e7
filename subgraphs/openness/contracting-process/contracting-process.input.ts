/** What lists of contracting processes can be asked for. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { ContractingKind, PartnershipStage } from "./contracting-process.enums.js";

/** Filter of processes. */
@InputType({ description: "Which contracting processes (公共资源配置项目筛选)." })
export class ContractingProcessFilter {
  @Field(() => ContractingKind, { nullable: true, description: "Of this kind (配置类别)." })
  kind?: ContractingKind;

  @Field(() => PartnershipStage, { nullable: true, description: "Partnerships at this stage (PPP 项目阶段)." })
  partnershipStage?: PartnershipStage;

  @Field(() => ID, { nullable: true, description: "Of this buyer (采购人、出让人)." })
  buyer?: string;

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "Of buyers in this division or below it (行政区划).",
  })
  division?: string;

  @Field(() => DateScalar, { nullable: true, description: "Planned on this day or later (计划日期起)." })
  plannedFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: "Planned on this day or before (计划日期止)." })
  plannedTo?: string;
}
