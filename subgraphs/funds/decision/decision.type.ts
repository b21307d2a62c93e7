/** Stub of Decision, owned by openness; funds adds the policies that pay for it. */
import { Directive, Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";

/** A decision, by its key. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "A major administrative decision (重大行政决策)." })
export class Decision {
  @Field(() => ID, { description: "Id (决策事项编号)." })
  id: string;

  /** Owned by openness; the gateway asks for it before `fundPolicies`. */
  @Directive("@external")
  @Field(() => [ID], { nullable: true, description: "Codes of the policies that pay for it (所涉资金政策编码)." })
  fundPolicyCodes?: readonly string[] | null;
}
