/** What matters adds to `me`: the viewer's own cases and licences. */
import { Arg, Args, Ctx, Directive, FieldResolver, Query, Resolver } from "../../../platform/graphql/classes/index.js";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { MattersContext } from "../context.js";
import { ElectronicLicenceConnection, type ElectronicLicence } from "../electronic-licence/electronic-licence.type.js";
import { CaseState } from "../service-case/service-case.state.js";
import { ServiceCaseConnection, type ServiceCase } from "../service-case/service-case.type.js";
import { Me } from "./me.type.js";

@Resolver(() => Me)
export class MeResolver {
  @Directive("@shareable")
  @Query(() => Me, { nullable: true, description: "The signed-in viewer; null for an anonymous one (当前用户)." })
  me(@Ctx() { viewer }: MattersContext): Me | undefined {
    return viewer.kind === "anonymous" ? undefined : {};
  }

  @FieldResolver(() => ServiceCaseConnection, {
    nullable: true,
    description: "Cases that the viewer, or the body the viewer acts for, applied for, newest first (我的办件).",
  })
  async cases(
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("state", () => [CaseState], { nullable: true, description: "In one of these states (办件状态)." })
    state?: CaseState[],
  ): Promise<ConnectionShape<ServiceCase>> {
    return toConnection(await services.cases.listOwn(state ?? undefined, page));
  }

  @FieldResolver(() => ElectronicLicenceConnection, {
    nullable: true,
    description: "Electronic licences that the viewer, or the body the viewer acts for, holds (我的证照).",
  })
  async electronicLicences(
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<ElectronicLicence>> {
    return toConnection(await services.licences.listOwn(page));
  }
}
