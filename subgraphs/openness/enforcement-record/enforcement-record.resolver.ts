/** Root fields of records of enforcement, their links, and those about a body. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { StaffCertificate } from "../enforcement-body/enforcement-body.type.js";
import { LegalBasis } from "../legal-basis/legal-basis.type.js";
import { Organization } from "../organization/organization.type.js";
import { EnforcementRecordFilter } from "./enforcement-record.input.js";
import { EnforcementRecord, EnforcementRecordConnection } from "./enforcement-record.type.js";

@Resolver(() => EnforcementRecord)
export class EnforcementRecordResolver {
  @Query(() => EnforcementRecord, {
    nullable: true,
    description: "A record by the number of its document, in any spelling (按文书号查执法信息).",
  })
  enforcementRecord(
    @Ctx() { services }: OpennessContext,
    @Arg("docNo", () => ID, { description: "Number (执法文书号)." }) docNo: string,
  ): Promise<EnforcementRecord | undefined> {
    return services.enforcementRecords.find(docNo);
  }

  @Query(() => EnforcementRecordConnection, {
    nullable: true,
    description: "Inspections and coercive measures, the latest first (行政检查、行政强制信息列表).",
  })
  async enforcementRecords(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => EnforcementRecordFilter, { nullable: true, description: "Which (筛选)." })
    filter?: EnforcementRecordFilter,
  ): Promise<ConnectionShape<EnforcementRecord>> {
    return toConnection(await services.enforcementRecords.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that did it (执法单位)." })
  organ(@Root() { organId }: EnforcementRecord): Organization {
    return { id: organId };
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Body to which it was done; natural persons are not named (行政相对人).",
  })
  object(@Root() { objectId }: EnforcementRecord): Organization | undefined {
    return objectId === undefined ? undefined : { id: objectId };
  }

  @ListSize(20)
  @FieldResolver(() => [LegalBasis], {
    nullable: "itemsAndList",
    description: "Articles on which it rests, at most 20 (执法依据).",
  })
  basis(@Root() { basisIds }: EnforcementRecord): LegalBasis[] {
    return basisIds.slice(0, 20).map((id) => ({ id }));
  }

  @ListSize(20)
  @FieldResolver(() => [StaffCertificate], {
    nullable: "itemsAndList",
    description: "Certificates of those who did it, at most 20 (执法人员证件).",
  })
  certificates(
    @Root() { certificateNumbers }: EnforcementRecord,
    @Ctx() { services }: OpennessContext,
  ): Promise<(StaffCertificate | undefined)[]> {
    return Promise.all(
      certificateNumbers.slice(0, 20).map((number) => services.enforcementBodies.findCertificate(number)),
    );
  }
}

@Resolver(() => Organization)
export class InspectedOrganizationResolver {
  @FieldResolver(() => EnforcementRecordConnection, {
    nullable: true,
    description: "Inspections of it and measures against it, the latest first (接受的行政检查、行政强制).",
  })
  async enforcementRecords(
    @Root() { id }: Organization,
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<EnforcementRecord>> {
    return toConnection(await services.enforcementRecords.listOfObject(id, page));
  }
}
