/** What intermediary adds to service matters. */
import { Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import type { IntermediaryContext } from "../context.js";
import { IntermediaryService } from "../intermediary-service/intermediary-service.type.js";
import { ServiceMatter } from "./service-matter.type.js";

@Resolver(() => ServiceMatter)
export class ServiceMatterResolver {
  @FieldResolver(() => [IntermediaryService], {
    nullable: "itemsAndList",
    description: "Listed intermediary services that the matter requires (涉及的中介服务, serviceType).",
  })
  intermediaryServices(
    @Root() { id }: ServiceMatter,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<IntermediaryService[]> {
    return services.intermediaryServices.ofMatter(id);
  }
}
