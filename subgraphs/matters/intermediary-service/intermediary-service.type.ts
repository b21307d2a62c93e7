/** Stub of IntermediaryService, owned by intermediary. */
import { Directive, Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";

/** An intermediary service, by its key. */
@Directive('@key(fields: "code")')
@ObjectType({ description: "A listed intermediary service (行政审批中介服务)." })
export class IntermediaryService {
  @Field(() => ID, { description: "Code (中介服务事项编码)." })
  code: string;
}
