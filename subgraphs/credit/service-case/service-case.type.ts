/** Stub of ServiceCase, owned by matters. */
import { Directive, Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";

/** A case, by its number. */
@Directive('@key(fields: "caseNo")')
@ObjectType({ description: "A case of a service matter (办件)." })
export class ServiceCase {
  @Field(() => ID, { description: "Number of the case (办件编号)." })
  caseNo: string;
}
