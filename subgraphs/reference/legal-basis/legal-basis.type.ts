/** LegalBasis: an article of a law, with the time in which it is in force (设定依据). */
import { Directive, Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";
import type * as domain from "./legal-basis.js";

/** A legal basis. */
@Directive('@key(fields: "id")')
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
}

/** A page of legal bases. */
export const LegalBasisConnection = createConnectionType("LegalBasis", () => LegalBasis, "设定依据");
