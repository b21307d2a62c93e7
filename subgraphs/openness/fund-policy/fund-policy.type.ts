/** Stub of FundPolicy, owned by funds. */
import { Directive, Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";

/** A fund policy, by its key. */
@Directive('@key(fields: "policyCode")')
@ObjectType({ description: "A policy under which public money is paid (资金政策)." })
export class FundPolicy {
  @Field(() => ID, { description: "Code (政策编码)." })
  policyCode: string;
}
