/** Verbs of penalties, which the authority has, and what they answer. */
import { Field, ObjectType, Verb, type Closure } from "../../../platform/graphql/classes/index.js";
import { AdministrativePenalty } from "../penalty/penalty.type.js";

/** Who reads what was done about a penalty: to the public it would tell of repairs (C4). */
export const PENALTY_FILE_CLOSURE: Closure = {
  tier: ["OWNER", "AGENCY", "SUPERVISOR"],
  reason: "ENFORCEMENT_FILE",
  basis: "OGI-2019-16",
};

/** What a verb of a penalty answers. */
@ObjectType({ description: "The penalty, as the write left it (行政处罚操作结果)." })
export class PenaltyPayload {
  @Field(() => AdministrativePenalty, { nullable: true, description: "The penalty (行政处罚公示)." })
  penalty?: AdministrativePenalty;
}

/** Verbs of the authority: officers serve and record, publishers publish and withdraw (行政处罚法 第四十八条). */
export const authority = (description: string): MethodDecorator =>
  Verb(() => PenaltyPayload, { by: ["AGENCY"], basis: "PENALTY-2021-48", description });
