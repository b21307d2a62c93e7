/** LegalTimeLimit: a span that a law or document sets, and whether its figure was confirmed there (法定期限). */
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { Directive, Field, ID, Int, ObjectType, SameForAll, Tag } from "../../../platform/graphql/classes/index.js";
import type * as domain from "./legal-time-limit.js";
import { LegalTimeUnit } from "./legal-time-limit.enums.js";

/** A limit. */
@Directive('@key(fields: "id")')
@SameForAll()
@Tag("partner")
@ObjectType({ description: "A span that a law or document sets (法定期限)." })
export class LegalTimeLimit implements domain.LegalTimeLimit {
  @Field(() => ID, { description: "Id, such as L12 (期限编号)." })
  id: string;

  @Field(() => LegalTimeUnit, { description: "Unit of the spans (期限单位)." })
  unit: LegalTimeUnit;

  @Field(() => Int, { description: "The span, at most where there is a range; 0 for none (期限)." })
  amount: number;

  @Field(() => Int, { nullable: true, description: "Least span, where the law gives a range (最短期限)." })
  minimum?: number;

  @Field(() => Int, { nullable: true, description: "By how much it may be extended (可延长)." })
  extensionAmount?: number;

  @Field(() => Boolean, {
    nullable: true,
    description: "False where the length of the extension could not be confirmed in the document (延长时长是否已核实).",
  })
  extensionVerified?: boolean;

  @Field(() => String, { description: "Law or document that sets it (依据名称)." })
  instrument: string;

  @Field(() => String, { nullable: true, description: "Number of the order or document (文号)." })
  docNo?: string;

  @Field(() => String, { nullable: true, description: "Article (条款)." })
  articleNo?: string;

  @Field(() => DateScalar, { description: "First day on which it counts (施行日期)." })
  effectiveFrom: string;

  @Field(() => String, { description: "Division whose rule it is; 000000 for the whole country (适用区划)." })
  jurisdiction: string;

  @Field(() => Boolean, {
    description: "False where the figure could not be confirmed in the document itself (期限数值是否已核实).",
  })
  verified: boolean;

  /** Its texts in both languages. */
  texts: domain.LegalTimeLimit["texts"];
}

/** A page of limits. */
export const LegalTimeLimitConnection = createConnectionType("LegalTimeLimit", () => LegalTimeLimit, "法定期限");
