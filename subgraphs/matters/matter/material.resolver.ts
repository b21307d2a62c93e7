/** Links of materials, fees and channels: to laws, listed services and pages of agencies. */
import { FieldResolver, ID, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { IntermediaryService } from "../intermediary-service/intermediary-service.type.js";
import { LegalBasis } from "../legal-basis/legal-basis.type.js";
import { Channels, FeeItem, Material, Situation } from "./matter.parts.js";
import { webAddress } from "./web-address.js";

const basis = (id: string | undefined): LegalBasis | undefined => (id === undefined ? undefined : { id });

@Resolver(() => Situation)
export class SituationResolver {
  @FieldResolver(() => ID, { description: "Id within the matter, by which its materials name it (情形编号)." })
  situationId(@Root() { id }: Situation): string {
    return id;
  }
}

@Resolver(() => Material)
export class MaterialResolver {
  @FieldResolver(() => IntermediaryService, {
    nullable: true,
    description: "Listed intermediary service that produces it (中介服务, serviceType).",
  })
  intermediaryService(@Root() { intermediaryServiceCode }: Material): IntermediaryService | undefined {
    return intermediaryServiceCode === undefined ? undefined : { code: intermediaryServiceCode };
  }

  @FieldResolver(() => LegalBasis, { nullable: true, description: "Law that requires it (要求依据, byLaw)." })
  byLaw(@Root() { legalBasisId }: Material): LegalBasis | undefined {
    return basis(legalBasisId);
  }

  @FieldResolver(() => String, { nullable: true, description: "Web address of the blank form (空白表格, formGuid)." })
  blankForm(@Root() { blankFormAddress }: Material): string | undefined {
    return webAddress(blankFormAddress);
  }

  @FieldResolver(() => String, { nullable: true, description: "Web address of a sample (示例样表, exampleGuid)." })
  sample(@Root() { sampleAddress }: Material): string | undefined {
    return webAddress(sampleAddress);
  }
}

@Resolver(() => Channels)
export class ChannelsResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "Web address where one applies (网上办理地址, linkAddr).",
  })
  link(@Root() { webAddress: address }: Channels): string | undefined {
    return webAddress(address);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Web address for telephones (移动端办理地址, mobileTerminalUrl).",
  })
  mobileLink(@Root() { mobileAddress }: Channels): string | undefined {
    return webAddress(mobileAddress);
  }
}

@Resolver(() => FeeItem)
export class FeeItemResolver {
  @FieldResolver(() => LegalBasis, { nullable: true, description: "Law on which the fee rests (收费依据, byLaw)." })
  byLaw(@Root() { legalBasisId }: FeeItem): LegalBasis | undefined {
    return basis(legalBasisId);
  }
}
