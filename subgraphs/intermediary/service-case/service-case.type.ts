/** Stub of ServiceCase, owned by matters; intermediary adds the projects commissioned for it. */
import { Directive, Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";

/** A case, by its key. */
@Directive('@key(fields: "caseNo")')
@ObjectType({ description: "A case: one application and how it is handled (办件)." })
export class ServiceCase {
  @Field(() => ID, { description: "Number of the case (办件编号)." })
  caseNo: string;
}
