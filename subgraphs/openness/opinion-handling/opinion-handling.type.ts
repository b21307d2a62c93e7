/** What verbs of opinions answer. */
import { Field, ObjectType } from "../../../platform/graphql/classes/index.js";
import type { Closure } from "../../../platform/graphql/classes/index.js";
import { Opinion } from "../opinion/opinion.type.js";

/** Who reads how an opinion was handled: its author, the organiser and supervisors. */
export const HANDLING_CLOSURE: Closure = {
  tier: ["OWNER", "AGENCY", "SUPERVISOR"],
  reason: "PROCESS_INFORMATION",
  basis: "OGI-2019-16",
};

/** What a verb of an opinion answers. */
@ObjectType({ description: "The opinion, as the write left it (意见操作结果)." })
export class OpinionPayload {
  @Field(() => Opinion, { nullable: true, description: "The opinion (公众意见)." })
  opinion?: Opinion;
}
