/** SeverityRule: how long penalties of a severity stay public, by regulator (失信严重程度认定规则). */
import { Field, ID, Int, ObjectType, SameForAll } from "../../../platform/graphql/classes/index.js";
import { createConnectionType, DateScalar, DivisionCodeScalar, MoneyScalar } from "../../../platform/graphql/index.js";
import { Organization } from "../organization/organization.type.js";
import { PenaltyKind, Severity } from "../penalty/penalty.enums.js";
import { WhenUnperformed } from "./severity-rule.enums.js";

/** A rule. */
@SameForAll()
@ObjectType({
  description:
    "Whether and how long penalties of a severity are public: the national rule, by which minor ones are not published, that of a system in a place, or a regulator's own, which may publish them for 3 months at most (公示期限规则, L23).",
})
export class SeverityRule {
  @Field(() => ID, { description: "Id (规则编号)." })
  id: string;

  @Field(() => Organization, {
    nullable: true,
    description: "Regulator that set it; null for the national rule (制定机关).",
  })
  regulator?: Organization;

  @Field(() => String, {
    nullable: true,
    description:
      "System whose bureaus in the jurisdiction decide by it, such as MARKET_SUPERVISION, where they have no rule of their own; null where it is of the regulator alone, or of the nation (适用系统).",
  })
  system?: string;

  @Field(() => Severity, { description: "How grave breaches are that it is for (失信严重程度)." })
  severity: Severity;

  @Field(() => [PenaltyKind], { description: "Kinds of penalty that make a breach this grave (据以认定的处罚种类)." })
  kinds: readonly PenaltyKind[];

  @Field(() => MoneyScalar, {
    nullable: true,
    description: "Fine in yuan from which a breach is this grave (据以认定的罚款金额).",
  })
  fineFrom?: bigint;

  @Field(() => Boolean, {
    description: "True where the simple procedure alone makes a breach this grave (简易程序即认定).",
  })
  simpleProcedure: boolean;

  @Field(() => Int, { description: "Months before repair may be applied for (最短公示月数)." })
  minMonths: number;

  @Field(() => Int, {
    description:
      "Months after which publicity ends of itself; 0 where nothing is published (最长公示月数，0 为不予公示).",
  })
  maxMonths: number;

  @Field(() => WhenUnperformed, {
    description: "What happens at the end of publicity while the duty is known not to be performed (期满未履行的处理).",
  })
  whenUnperformed: WhenUnperformed;

  @Field(() => String, { description: "Document on which it rests (依据)." })
  basis: string;

  @Field(() => String, { nullable: true, description: "Number of that document (文号)." })
  docNo?: string;

  @Field(() => String, { nullable: true, description: "Article (条款)." })
  articleNo?: string;

  @Field(() => DateScalar, { nullable: true, description: "First day of decisions that it is for (施行日期)." })
  effectiveFrom?: string;

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "Division in which it holds; 000000 for the whole country (适用区划).",
  })
  jurisdiction?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "False where kinds, fine and months were not all read in the document (是否已核实).",
  })
  verified: boolean;

  /** What was read of it where, in both languages. */
  notes: { readonly en?: string | undefined; readonly zh?: string | undefined };
}

/** A page of rules. */
export const SeverityRuleConnection = createConnectionType("SeverityRule", () => SeverityRule, "公示期限规则");
