/** What lists of policies can be asked for. */
import { Field, InputType } from "type-graphql";
import { FundKind } from "./fund-policy.type.js";

/** Filter of policies. */
@InputType({ description: "Which policies (政策筛选)." })
export class FundPolicyFilter {
  @Field(() => FundKind, { nullable: true, description: "Of this kind (资金类别)." })
  kind?: FundKind;
}
