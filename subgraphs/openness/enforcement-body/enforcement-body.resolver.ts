/** What a body publishes of its enforcement, and the way to check a certificate. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { LegalBasis } from "../legal-basis/legal-basis.type.js";
import { Organization } from "../organization/organization.type.js";
import { EnforcementBody, StaffCertificate, StaffCertificateConnection } from "./enforcement-body.type.js";

@Resolver(() => Organization)
export class EnforcingOrganizationResolver {
  @FieldResolver(() => EnforcementBody, {
    nullable: true,
    description: "What it publishes before it enforces; null for a body that enforces nothing (执法事前公开).",
  })
  enforcementBody(
    @Root() { id }: Organization,
    @Ctx() { services }: OpennessContext,
  ): Promise<EnforcementBody | undefined> {
    return services.enforcementBodies.findOf(id);
  }
}

@Resolver(() => EnforcementBody)
export class EnforcementBodyResolver {
  @ListSize(50)
  @FieldResolver(() => [LegalBasis], {
    nullable: "itemsAndList",
    description: "Articles on which it enforces, at most 50 (执法依据).",
  })
  basis(@Root() { basisIds }: EnforcementBody): LegalBasis[] {
    return basisIds.slice(0, 50).map((id) => ({ id }));
  }

  @FieldResolver(() => StaffCertificateConnection, {
    nullable: true,
    description: "Certificates of its staff, by number (执法人员证件).",
  })
  async certificates(
    @Root() { organId }: EnforcementBody,
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<StaffCertificate>> {
    return toConnection(await services.enforcementBodies.certificatesOf(organId, page));
  }
}

@Resolver(() => StaffCertificate)
export class StaffCertificateResolver {
  @Query(() => StaffCertificate, {
    nullable: true,
    description: "A certificate by number, by which anybody checks who wants to inspect them (查验执法证件).",
  })
  staffCertificate(
    @Ctx() { services }: OpennessContext,
    @Arg("number", () => ID, { description: "Number (证件编号)." }) number: string,
  ): Promise<StaffCertificate | undefined> {
    return services.enforcementBodies.findCertificate(number);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body whose staff holds it (执法单位)." })
  organ(@Root() { organId }: StaffCertificate): Organization {
    return { id: organId };
  }
}
