/** Inputs of a project's draft. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar, MaxLength, MoneyScalar } from "../../../platform/graphql/index.js";
import { WriteInput } from "../../../platform/write/classes/index.js";
import { FundSource, Selection } from "../intermediary-procurement/intermediary-procurement.enums.js";
import { ProcurementStepInput } from "./procurement-handling.input.js";

/** Most intermediaries that must keep out of a project. */
export const MOST_AVOIDED = 50;

/** A project that is being written. */
@InputType({ description: "A project that is being written (采购项目草稿)." })
export class DraftProcurementInput extends WriteInput {
  @MaxLength(200)
  @Field(() => String, { description: "Name (项目名称)." })
  name: string;

  @Field(() => ID, { description: "Service that is commissioned (中介服务事项编码)." })
  serviceCode: string;

  @Field(() => FundSource, { description: "Whose money pays (资金来源)." })
  fundSource: FundSource;

  @Field(() => Selection, { description: "How the intermediary is selected (选取方式)." })
  selection: Selection;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: "Highest price in yuan, above zero; public money needs one (最高限价).",
  })
  ceiling?: bigint;

  @Field(() => [ID], {
    nullable: true,
    description: "Intermediaries that must keep out of it, ids of organisations, at most 50 (回避机构).",
  })
  avoid?: string[];

  @MaxLength(18)
  @Field(() => ID, {
    nullable: true,
    description:
      "Department that approves with the result, its credit code; an agency's own where not said (审批部门).",
  })
  department?: string;

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "Where it is; an agency's own division where not said (行政区划).",
  })
  division?: string;
}

/** An edit of a draft. */
@InputType({ description: "What changes of a project's draft; what is not said stays (修改采购项目草稿)." })
export class EditProcurementInput extends ProcurementStepInput {
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: "Name (项目名称)." })
  name?: string;

  @Field(() => ID, { nullable: true, description: "Service that is commissioned (中介服务事项编码)." })
  serviceCode?: string;

  @Field(() => FundSource, { nullable: true, description: "Whose money pays (资金来源)." })
  fundSource?: FundSource;

  @Field(() => Selection, { nullable: true, description: "How the intermediary is selected (选取方式)." })
  selection?: Selection;

  @Field(() => MoneyScalar, { nullable: true, description: "Highest price in yuan, above zero (最高限价)." })
  ceiling?: bigint;

  @Field(() => [ID], {
    nullable: true,
    description: "All intermediaries that must keep out of it, ids of organisations, at most 50 (回避机构).",
  })
  avoid?: string[];
}
