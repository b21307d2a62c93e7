/** The office of a body that takes requests for information. */
import { Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { OpennessOffice } from "./openness-office.type.js";

@Resolver(() => Organization)
export class OpennessOfficeResolver {
  @FieldResolver(() => OpennessOffice, {
    nullable: true,
    description:
      "Office that takes requests for its information; null for a body that takes none (政府信息公开工作机构).",
  })
  opennessOffice(
    @Root() { id }: Organization,
    @Ctx() { services }: OpennessContext,
  ): Promise<OpennessOffice | undefined> {
    return services.opennessOffices.findOf(id);
  }
}
