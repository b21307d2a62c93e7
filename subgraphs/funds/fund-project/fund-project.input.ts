/** What lists of projects can be asked for. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { FundProjectState } from "./fund-project.machine.js";
import { FundProjectCategory } from "./fund-project.enums.js";

/** Filter of projects. */
@InputType({ description: "Which projects (项目筛选)." })
export class FundProjectFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: "In this division or below it (行政区划)." })
  division?: string;

  @Field(() => FundProjectState, { nullable: true, description: "In this state (项目状态)." })
  state?: FundProjectState;

  @Field(() => FundProjectCategory, { nullable: true, description: "Of this kind (项目类别)." })
  category?: FundProjectCategory;

  @Field(() => ID, { nullable: true, description: "Under this policy (政策编码)." })
  policyCode?: string;

  @Field(() => ID, {
    nullable: true,
    description: "Carried out by this organisation, by id or credit code (实施单位).",
  })
  owner?: string;

  @Field(() => ID, {
    nullable: true,
    description: "Contracted to this organisation, by id or credit code (施工或供货单位).",
  })
  contractor?: string;
}
