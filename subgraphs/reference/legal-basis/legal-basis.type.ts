/** LegalBasis: an article of a law, with the time in which it is in force (设定依据). */
import { Directive, Field, ID, ObjectType, SameForAll, Tag } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DivisionCodeScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { LegalRank } from "./legal-basis.enums.js";
import type * as domain from "./legal-basis.js";

/** A legal basis. */
@Directive('@key(fields: "id")')
@SameForAll()
@Tag("partner")
@ObjectType({ description: "An article of a law or document on which something rests (设定依据, byLaw)." })
export class LegalBasis implements domain.LegalBasis {
  @Field(() => ID, { description: "Id (依据编号)." })
  id: string;

  @Field(() => String, { nullable: true, description: "Name of the law (法律法规名称)." })
  lawName: string;

  @Field(() => String, { nullable: true, description: "Number of the order or document that issued it (文号)." })
  docNo?: string;

  @Field(() => String, { nullable: true, description: "Article (条款)." })
  articleNo?: string;

  @Field(() => String, { nullable: true, description: "Text or summary (条款内容)." })
  text?: string;

  @Field(() => DateScalar, { nullable: true, description: "First day in force (施行日期)." })
  effectiveFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day in force (失效日期)." })
  effectiveTo?: string;

  @Field(() => LegalRank, {
    nullable: true,
    description: "Rank of validity; null where neither the law's data nor the title says it (效力级别).",
  })
  rank?: LegalRank;

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "Division in which it holds; 000000 for the whole country, null where nobody said (适用区划).",
  })
  jurisdiction?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "False where it was not read in the text itself (是否已核实原文).",
  })
  verified: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether it makes a service of an intermediary a condition of an approval; null where nobody looked (是否设定中介服务).",
  })
  setsIntermediaryService?: boolean;
}

/** A page of legal bases. */
export const LegalBasisConnection = createConnectionType("LegalBasis", () => LegalBasis, "设定依据");
