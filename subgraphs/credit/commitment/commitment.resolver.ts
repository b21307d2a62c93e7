/** Root fields and links of commitments. */
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
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import { CatalogueClass } from "../catalogue-class/catalogue-class.enums.js";
import type { CreditContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { ServiceCase } from "../service-case/service-case.type.js";
import { ServiceMatter } from "../service-matter/service-matter.type.js";
import { CommitmentFilter } from "./commitment.input.js";
import { CreditCommitment, CreditCommitmentConnection } from "./commitment.type.js";

@Resolver(() => CreditCommitment)
export class CommitmentResolver {
  @Query(() => CreditCommitment, { nullable: true, description: "A commitment by id (按编号查信用承诺)." })
  creditCommitment(
    @Ctx() { services }: CreditContext,
    @Arg("id", () => ID, { description: "Id (承诺编号)." }) id: string,
  ): Promise<CreditCommitment | undefined> {
    return services.commitments.find(id);
  }

  @Query(() => CreditCommitmentConnection, { nullable: true, description: "Commitments, newest first (信用承诺列表)." })
  async creditCommitments(
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => CommitmentFilter, { nullable: true, description: "Which commitments (筛选)." })
    filter?: CommitmentFilter,
  ): Promise<ConnectionShape<CreditCommitment>> {
    return toConnection(await services.commitments.list(filter ?? {}, page));
  }

  @FieldResolver(() => CatalogueClass, {
    description: "Its class in the national catalogue (全国公共信用信息基础目录类别).",
  })
  catalogueClass(): CatalogueClass {
    return CatalogueClass.COMMITMENT;
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Body that promised; null for natural persons (承诺主体).",
  })
  counterparty(@Root() { counterpartyId }: CreditCommitment): Organization | undefined {
    return counterpartyId === undefined ? undefined : { id: counterpartyId };
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Agency to which it was made (承诺受理机关)." })
  authority(@Root() { authorityId }: CreditCommitment): Organization {
    return { id: authorityId };
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Who verified whether it was kept (核实机关)." })
  verifiedBy(@Root() { verifiedById }: CreditCommitment): Organization | undefined {
    return verifiedById === undefined ? undefined : { id: verifiedById };
  }

  @FieldResolver(() => ServiceMatter, { nullable: true, description: "Matter for which it was made (关联事项)." })
  matter(@Root() { matterId }: CreditCommitment): ServiceMatter | undefined {
    return matterId === undefined ? undefined : { id: matterId };
  }

  @Closed({ tier: ["OWNER", "AGENCY", "SUPERVISOR"], reason: "PERSONAL_PRIVACY", basis: "OGI-2019-15" })
  @FieldResolver(() => ServiceCase, { nullable: true, description: "Case in which it was made (关联办件)." })
  case(@Root() { caseNo }: CreditCommitment): ServiceCase | undefined {
    return caseNo === undefined ? undefined : { caseNo };
  }
}
