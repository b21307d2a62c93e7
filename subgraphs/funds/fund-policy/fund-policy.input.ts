/** What lists of fund policies can be asked for. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { DateScalar } from "../../../platform/graphql/index.js";
import { FundKind } from "./fund-policy.enums.js";

/** Filter of policies. */
@InputType({ description: "Which policies (政策筛选)." })
export class FundPolicyFilter {
  @Field(() => FundKind, { nullable: true, description: "Of this kind (资金类别)." })
  kind?: FundKind;

  @Field(() => ID, { nullable: true, description: "Of this department, by id or credit code (主管部门)." })
  competentDept?: string;

  @Field(() => DateScalar, { nullable: true, description: "In force on this day (生效日)." })
  inForceOn?: string;
}

/** What a list of policies is asked for. */
export interface FundPolicyQuery {
  readonly search?: string | null;
  readonly filter?: FundPolicyFilter;
}
