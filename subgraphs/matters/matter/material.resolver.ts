/** Links of materials and fees. */
import { FieldResolver, Resolver, Root } from "type-graphql";
import { IntermediaryService } from "../intermediary-service/intermediary-service.type.js";
import { LegalBasis } from "../legal-basis/legal-basis.type.js";
import { FeeItem, Material } from "./matter.parts.js";

const basis = (id: string | undefined): LegalBasis | undefined => (id === undefined ? undefined : { id });

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
}

@Resolver(() => FeeItem)
export class FeeItemResolver {
  @FieldResolver(() => LegalBasis, { nullable: true, description: "Law on which the fee rests (收费依据, byLaw)." })
  byLaw(@Root() { legalBasisId }: FeeItem): LegalBasis | undefined {
    return basis(legalBasisId);
  }
}
