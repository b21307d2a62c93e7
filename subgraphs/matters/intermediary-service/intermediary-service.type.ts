/** Stub of IntermediaryService, owned by intermediary; matters adds whether a matter may demand it. */
import { Directive, Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";

/** An intermediary service, by its key. */
@Directive('@key(fields: "code")')
@ObjectType({ description: "A listed intermediary service (行政审批中介服务)." })
export class IntermediaryService {
  @Field(() => ID, { description: "Code (中介服务事项编码)." })
  code: string;

  /** Owned by intermediary; the gateway asks for it before `demandGate`. */
  @Directive("@external")
  @Field(() => Boolean, {
    nullable: true,
    description: "True where it stands on the list on the day of the request (是否在清单内).",
  })
  isListed?: boolean | null;
}

/** Whether a service may be demanded. */
@ObjectType({ description: "Whether a matter may demand the service on the day of the request (中介服务清单核查)." })
export class DemandGate {
  @Field(() => Boolean, {
    description:
      "True where the list answered that the service stands on it; what is not listed may not be demanded (是否可作为申请材料).",
  })
  mayDemand: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "What the verbs that publish a matter name, for ten minutes; null where it may not be demanded (清单核查凭证).",
  })
  pass?: string;
}
