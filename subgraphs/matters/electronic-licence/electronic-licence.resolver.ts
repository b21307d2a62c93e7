/** Root field and links of electronic licences. */
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import type { MattersContext } from "../context.js";
import { ServiceMatter } from "../matter/matter.type.js";
import { Organization } from "../organization/organization.type.js";
import { ServiceCase } from "../service-case/service-case.type.js";
import { ElectronicLicence, LicenceFile } from "./electronic-licence.type.js";

@Resolver(() => ElectronicLicence)
export class ElectronicLicenceResolver {
  @Query(() => ElectronicLicence, { nullable: true, description: "A licence by number (按证照编号查电子证照)." })
  electronicLicence(
    @Ctx() { services }: MattersContext,
    @Arg("certificateNumber", () => ID, { description: "Number (证照编号)." }) certificateNumber: string,
  ): Promise<ElectronicLicence | undefined> {
    return services.licences.find(certificateNumber);
  }

  @LicenceFile()
  @FieldResolver(() => Organization, { nullable: true, description: "Holder, where it is a body (持证机构)." })
  holderOrg(@Root() { holderOrgId }: ElectronicLicence): Organization | undefined {
    return holderOrgId === undefined ? undefined : { id: holderOrgId };
  }

  @LicenceFile()
  @FieldResolver(() => Organization, { nullable: true, description: "Issuing agency (颁发机构)." })
  issuer(@Root() { deptId }: ElectronicLicence): Organization {
    return { id: deptId };
  }

  @LicenceFile()
  @FieldResolver(() => ServiceMatter, { nullable: true, description: "Matter that it came out of (事项)." })
  matter(
    @Root() { matterId }: ElectronicLicence,
    @Ctx() { services }: MattersContext,
  ): Promise<ServiceMatter | undefined> {
    return services.matters.find(matterId);
  }

  @LicenceFile()
  @FieldResolver(() => ServiceCase, { nullable: true, description: "Case that it came out of (办件)." })
  case(@Root() { caseNo }: ElectronicLicence, @Ctx() { services }: MattersContext): Promise<ServiceCase | undefined> {
    return services.cases.find(caseNo);
  }
}
