/** IntermediaryService: a paid service that an approval may require because a law says so (行政审批中介服务, 国办发〔2015〕31号). */
import { Directive, Field, ID, Int, ObjectType, SameForAll } from "../../../platform/graphql/classes/index.js";
import { DateScalar, TimeLimit, createConnectionType } from "../../../platform/graphql/index.js";
import { FeeNature, Party, ListState } from "./intermediary-service.enums.js";

/** An intermediary service. */
@Directive('@key(fields: "code")')
@SameForAll()
@ObjectType({ description: "A listed intermediary service (行政审批中介服务)." })
export class IntermediaryService {
  @Field(() => ID, { description: "Code (中介服务事项编码)." })
  code: string;

  @Field(() => String, { nullable: true, description: "Name (中介服务事项名称)." })
  name: string;

  @Field(() => TimeLimit, { nullable: true, description: "Time the service takes (服务时限)." })
  timeLimit?: TimeLimit;

  @Field(() => String, {
    nullable: true,
    description: "Time the service takes in the words of the list, where they give no number (服务时限说明).",
  })
  timeLimitExplain?: string;

  @Field(() => FeeNature, { nullable: true, description: "How the price is set (收费性质)." })
  feeNature: FeeNature;

  @Field(() => String, { nullable: true, description: "On what the price rests (收费依据)." })
  feeBasis?: string;

  @Field(() => String, { nullable: true, description: "Price (收费标准)." })
  feeStandard?: string;

  @Field(() => Party, { nullable: true, description: "Who commissions it (委托方)." })
  commissionedBy: Party;

  @Field(() => String, { nullable: true, description: "What comes out (成果名称)." })
  resultName?: string;

  @Field(() => String, {
    nullable: true,
    description: "How long the result may be used, in the words of the list (成果有效期).",
  })
  resultValidity?: string;

  @Field(() => [String], { nullable: true, description: "What an intermediary must be qualified in (机构资质要求)." })
  qualification: string[];

  @Field(() => Boolean, { nullable: true, description: "True if the applicant may do it (申请人可自行编制)." })
  applicantMayDoItself: boolean;

  @Field(() => ListState, { nullable: true, description: "State on the list (清单状态)." })
  listState: ListState;

  @Field(() => Int, { nullable: true, description: "Version (版本)." })
  version: number;

  @Field(() => DateScalar, { nullable: true, description: "First day (生效日期)." })
  effectiveFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day (失效日期)." })
  effectiveTo?: string;

  @Field(() => String, {
    nullable: true,
    description: "Document by which it was cleared away, merged or turned over (清理规范文件).",
  })
  removalDocument?: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Approving department as an imported list names it; `approvalDept` where its code is known (审批部门名称).",
  })
  approvalDeptName?: string;

  @Field(() => [String], {
    nullable: true,
    description: "Matters as an imported list names them; names are never joined to matters (涉及的审批事项名称).",
  })
  linkedMatterNames: string[];

  approvalDeptId?: string;
  divisionCode?: string;
  legalBasisIds: string[];
}

/** A page of services. */
export const IntermediaryServiceConnection = createConnectionType(
  "IntermediaryService",
  () => IntermediaryService,
  "中介服务",
);
