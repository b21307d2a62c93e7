/** Inputs of the verbs of projects. */
import { Field, ID, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { DateScalar, Max, MaxLength, Min, MoneyScalar } from "../../../platform/graphql/index.js";
import { ChangeInput } from "../../../platform/write/classes/index.js";

/** A step that needs no more than the project. */
@InputType({ description: "A step of a project (采购项目操作)." })
export class ProcurementStepInput extends ChangeInput {
  @MaxLength(64)
  @Field(() => ID, { description: "Number of the project (项目编号)." })
  projectNo: string;
}

/** A reply. */
@InputType({ description: "The intermediary's reply to its evaluation (回复评价)." })
export class ReplyToEvaluationInput extends ProcurementStepInput {
  @MaxLength(1_000)
  @Field(() => String, { description: "What it says; it is published beside the evaluation (回复)." })
  reply: string;
}

/** A step whose reason is told. */
@InputType({ description: "A step of a project with its reason (说明理由的采购项目操作)." })
export class ReasonedProcurementInput extends ProcurementStepInput {
  @MaxLength(1_000)
  @Field(() => String, {
    nullable: true,
    description: "Reason; of a firm's objection and of a dispute about a contract it is not published (理由).",
  })
  reasons?: string;
}

/** The public source of a draw. */
@InputType({ description: "Public source of randomness of a draw by lot (公共随机源)." })
export class RandomSourceInput {
  @MaxLength(200)
  @Field(() => String, { description: "What it is (随机源名称)." })
  name: string;

  @MaxLength(200)
  @Field(() => String, { description: "Which of its values counts, such as an issue number (期号)." })
  reference: string;

  @Field(() => DateScalar, { description: "Day on which its value becomes known, after bids close (取值产生日期)." })
  knownOn: string;
}

/** Public notice. */
@InputType({ description: "Public notice of a project (发布公告)." })
export class PublishProcurementInput extends ProcurementStepInput {
  @Field(() => DateScalar, { description: "Last day for bids (报价截止日期)." })
  closesOn: string;

  @Field(() => RandomSourceInput, { nullable: true, description: "For a draw by lot, its source (公共随机源)." })
  randomSource?: RandomSourceInput;
}

/** Resumption. */
@InputType({ description: "A project goes on after it stood still (恢复)." })
export class ResumeProcurementInput extends ReasonedProcurementInput {
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Last day for bids from now on, not before the one that was told; that one where not said (报价截止日期).",
  })
  closesOn?: string;
}

/** Selection. */
@InputType({ description: "Selection of an intermediary (选定中介机构)." })
export class SelectIntermediaryInput extends ReasonedProcurementInput {
  @MaxLength(18)
  @Field(() => ID, {
    nullable: true,
    description:
      "Who is selected, credit code; for DIRECT and BEST_VALUE alone, all others follow from the bids (中选机构).",
  })
  selected?: string;

  @MaxLength(200)
  @Field(() => String, {
    nullable: true,
    description: "For a draw by lot, the value that the named source gave (随机源取值).",
  })
  sourceValue?: string;
}

/** Contract. */
@InputType({ description: "A contract that was signed (签订合同)." })
export class SignProcurementContractInput extends ProcurementStepInput {
  @MaxLength(64)
  @Field(() => String, { description: "Number (合同编号)." })
  contractNo: string;

  @Field(() => MoneyScalar, { description: "Amount in yuan (合同金额)." })
  amount: bigint;

  @Field(() => DateScalar, { description: "Day on which the result is due (约定完成日期)." })
  dueOn: string;
}

/** Delivery. */
@InputType({ description: "Delivery of the result (交付成果)." })
export class DeliverProcuredServiceInput extends ProcurementStepInput {
  @MaxLength(64)
  @Field(() => String, { description: "SHA-256 of the file, 64 lower-case hexadecimal digits (成果文件哈希)." })
  fileHash: string;
}

/** Evaluation. */
@InputType({ description: "The owner's evaluation, 1 to 5 stars on five aspects (服务评价)." })
export class EvaluateProcuredServiceInput extends ProcurementStepInput {
  @Min(1)
  @Max(5)
  @Field(() => Int, { description: "Timeliness (服务时效)." })
  timeliness: number;

  @Min(1)
  @Max(5)
  @Field(() => Int, { description: "Quality (服务质量)." })
  quality: number;

  @Min(1)
  @Max(5)
  @Field(() => Int, { description: "Price (服务收费)." })
  price: number;

  @Min(1)
  @Max(5)
  @Field(() => Int, { description: "Attitude (服务态度)." })
  attitude: number;

  @Min(1)
  @Max(5)
  @Field(() => Int, { description: "Compliance (服务规范)." })
  compliance: number;
}
