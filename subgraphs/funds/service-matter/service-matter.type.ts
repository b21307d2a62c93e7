/** Stub of ServiceMatter, owned by matters. */
import { Directive, Field, ID, ObjectType, SameForAll } from "../../../platform/graphql/classes/index.js";

/** Stub of a service matter. */
@Directive('@key(fields: "id")')
@SameForAll()
@ObjectType({ description: "A service matter of an agency (政务服务事项)." })
export class ServiceMatter {
  @Field(() => ID, { description: "Id that never changes (事项编号)." })
  id: string;
}
