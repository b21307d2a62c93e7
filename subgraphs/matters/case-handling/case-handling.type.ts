/** Payload of the verbs of cases. */
import { Field, ObjectType } from "../../../platform/graphql/classes/index.js";
import { ServiceCase } from "../service-case/service-case.type.js";

/** What a verb of a case answers. */
@ObjectType({ description: "The case, as the write left it (办件操作结果)." })
export class CasePayload {
  @Field(() => ServiceCase, { nullable: true, description: "The case (办件)." })
  case?: ServiceCase;
}
