/** Root field and computed fields of legal bases. */
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
  SameForAll,
  Tag,
} from "../../../platform/graphql/classes/index.js";
import { localDateOf, validOn } from "../../../platform/domain/index.js";
import {
  Cached,
  type ConnectionShape,
  DateScalar,
  PageArgs,
  searchWords,
  toConnection,
} from "../../../platform/graphql/index.js";
import type { ReferenceContext } from "../context.js";
import { LegalBasis, LegalBasisConnection } from "./legal-basis.type.js";

@Resolver(() => LegalBasis)
export class LegalBasisResolver {
  @SameForAll()
  @Tag("partner")
  @Cached(300)
  @Query(() => LegalBasis, { nullable: true, description: "A legal basis by id (按编号查依据)." })
  legalBasis(
    @Ctx() { services }: ReferenceContext,
    @Arg("id", () => ID, { description: "Id (依据编号)." }) id: string,
  ): Promise<LegalBasis | undefined> {
    return services.legalBases.find(id);
  }

  @SameForAll()
  @Tag("partner")
  @Cached(300)
  @Query(() => LegalBasisConnection, { nullable: true, description: "Legal bases, by id (依据列表)." })
  async legalBases(
    @Ctx() { services }: ReferenceContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("on", () => DateScalar, { nullable: true, description: "In force on this day (在该日有效)." }) on?: string,
    @Arg("search", () => String, { nullable: true, description: "Part of the law's name (法律名称片段)." })
    search?: string,
  ): Promise<ConnectionShape<LegalBasis>> {
    return toConnection(await services.legalBases.list({ on: on ?? undefined, search: searchWords(search) }, page));
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
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
