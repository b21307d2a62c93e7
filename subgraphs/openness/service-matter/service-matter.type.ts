/** Stub of ServiceMatter, owned by matters; openness adds the power that it exercises. */
import { Directive, Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";

/** A service matter, by its key. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "A service matter as one agency implements it (政务服务事项实施清单)." })
export class ServiceMatter {
  @Field(() => ID, { description: "Id that never changes (事项编号)." })
  id: string;
}
