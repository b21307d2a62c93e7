/** Root field and computed fields of legal bases. */
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { localDateOf, validOn } from "../../../platform/domain/index.js";
import { DateScalar } from "../../../platform/graphql/index.js";
import type { ReferenceContext } from "../context.js";
import { LegalBasis } from "./legal-basis.type.js";

@Resolver(() => LegalBasis)
export class LegalBasisResolver {
  @Query(() => LegalBasis, { nullable: true, description: "A legal basis by id (按编号查依据)." })
  legalBasis(
    @Ctx() { services }: ReferenceContext,
    @Arg("id", () => ID, { description: "Id (依据编号)." }) id: string,
  ): Promise<LegalBasis | undefined> {
    return services.legalBases.find(id);
  }

  @FieldResolver(() => Boolean, {
    description: "True if it is in force on the day, by default the day of the request (是否有效).",
  })
  inForce(
    @Root() { effectiveFrom, effectiveTo }: LegalBasis,
    @Ctx() { asOf }: ReferenceContext,
    @Arg("on", () => DateScalar, { nullable: true, description: "Day, YYYY-MM-DD (日期)." }) on?: string,
  ): boolean {
    return validOn({ validFrom: effectiveFrom, validTo: effectiveTo }, on ?? localDateOf(asOf));
  }
}
