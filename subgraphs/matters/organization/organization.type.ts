/** Stub of Organization, owned by reference; matters adds what an agency handles. */
import { Directive, Field, ID, ObjectType, SameForAll } from "../../../platform/graphql/classes/index.js";

/** An organisation, by its key. */
@Directive('@key(fields: "id")')
@SameForAll()
@ObjectType({ description: "An organisation: agency, institution, enterprise and so on (机构/主体)." })
export class Organization {
  @Field(() => ID, { description: "Id that never changes (机构编号)." })
  id: string;
}
