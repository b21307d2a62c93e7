/** What credit adds to cases, for those who may know of the case. */
import { Args, Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { NeverCached, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import { CreditCommitmentConnection, type CreditCommitment } from "../commitment/commitment.type.js";
import type { CreditContext } from "../context.js";
import { AdministrativeLicence } from "../licence/licence.type.js";
import { ServiceCase } from "./service-case.type.js";

@Resolver(() => ServiceCase)
export class ServiceCaseResolver {
  @NeverCached()
  @FieldResolver(() => AdministrativeLicence, {
    nullable: true,
    description: "Licence that it produced; null for who is not its applicant, agency or supervisor (产生的行政许可).",
  })
  publishedLicence(
    @Root() { caseNo }: ServiceCase,
    @Ctx() { services }: CreditContext,
  ): Promise<AdministrativeLicence | undefined> {
    return services.licences.findOfCase(caseNo);
  }

  @NeverCached()
  @FieldResolver(() => CreditCommitmentConnection, {
    nullable: true,
    description: "Commitments made in it; none for who is not its applicant, agency or supervisor (信用承诺).",
  })
  async commitments(
    @Root() { caseNo }: ServiceCase,
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<CreditCommitment>> {
    return toConnection(await services.commitments.listOfCase(caseNo, page));
  }
}
