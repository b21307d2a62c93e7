/** Root fields, questions and links of consultations. */
import {
  Arg,
  Args,
  Closed,
  Ctx,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
} from "../../../platform/graphql/classes/index.js";
import { ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { MattersContext } from "../context.js";
import { ServiceMatter } from "../matter/matter.type.js";
import { Organization } from "../organization/organization.type.js";
import { ConsultationFilter } from "./consultation.input.js";
import { MOST_TURNS } from "./consultation.js";
import { CONSULTATION_CLOSURE, Consultation, ConsultationConnection, ConsultationTurn } from "./consultation.type.js";

@Resolver(() => Consultation)
export class ConsultationResolver {
  @Query(() => Consultation, { nullable: true, description: "A consultation by id (按编号查咨询)." })
  consultation(
    @Ctx() { services }: MattersContext,
    @Arg("id", () => ID, { description: "Id (咨询编号)." }) id: string,
  ): Promise<Consultation | undefined> {
    return services.consultations.find(id);
  }

  @Query(() => ConsultationConnection, {
    nullable: true,
    description:
      "Consultations, newest question first: published ones, your own, and those of the agency that you serve (咨询列表).",
  })
  async consultations(
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ConsultationFilter, { nullable: true, description: "Which consultations (筛选)." })
    filter?: ConsultationFilter,
  ): Promise<ConnectionShape<Consultation>> {
    return toConnection(await services.consultations.list(filter ?? {}, page));
  }

  @Closed(CONSULTATION_CLOSURE)
  @ListSize(MOST_TURNS)
  @FieldResolver(() => [ConsultationTurn], {
    nullable: true,
    description: "What was asked and answered as it was written, oldest first, at most 20 (问答记录).",
  })
  turns(@Root() { id }: Consultation, @Ctx() { services }: MattersContext): Promise<ConsultationTurn[]> {
    return services.consultations.turns(id);
  }

  @FieldResolver(() => ServiceMatter, { nullable: true, description: "Matter that it is about (事项)." })
  matter(@Root() { matterId }: Consultation, @Ctx() { services }: MattersContext): Promise<ServiceMatter | undefined> {
    return services.matters.find(matterId);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Agency that answers (答复部门)." })
  dept(@Root() { deptId }: Consultation): Organization {
    return { id: deptId };
  }
}
