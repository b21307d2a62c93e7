/** Stub of ServiceMatter, owned by matters; intermediary adds the services it requires. */
import { Directive, Field, ID, ObjectType, SameForAll } from "../../../platform/graphql/classes/index.js";

/** A service matter, by its key. */
@Directive('@key(fields: "id")')
@SameForAll()
@ObjectType({ description: "A service matter as one intermediary implements it (政务服务事项实施清单)." })
export class ServiceMatter {
  @Field(() => ID, { description: "Id that never changes (事项编号)." })
  id: string;
}
