/** PenaltyStats and LicenceStats: a year's records in figures; every figure counts rows that the asking viewer would be given (C5). */
import { ArgsType, Directive, Field, Float, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { Organization } from "../organization/organization.type.js";
import { Severity } from "../penalty/penalty.enums.js";
import { Max, Min } from "../../../platform/graphql/index.js";

/** Year of decision. */
@ArgsType()
export class YearArgs {
  @Field(() => Int, { description: "Year of the decisions (年份)." })
  @Min(1949)
  @Max(9999)
  year: number;
}

/** From when a publication is late. */
@ArgsType()
export class LateArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      "Late after this many working days, 0 to 60, by default those of L12 on the day of the decision (工作日数).",
  })
  @Min(0)
  @Max(60)
  overWorkdays?: number;
}

/** What the figures are about: a division with all below it, the authority that decided, or a matter; its code or id. */
export interface StatisticsScope {
  readonly by: "division" | "authority" | "matter";
  readonly of: string;
  readonly year: number;
}

/** How many of a severity. */
@ObjectType({ description: "How many penalties of a severity (按严重程度统计)." })
export class SeverityCount {
  @Field(() => Severity, { description: "Severity (失信严重程度)." })
  severity: Severity;

  @Field(() => Int, { description: "How many (数量)." })
  count: number;
}

/** An authority's penalties. */
@ObjectType({ description: "A year's penalties of one authority (机关处罚统计)." })
export class AuthorityPenalties {
  @Field(() => Organization, { nullable: true, description: "Authority that decided (处罚机关)." })
  authority?: Organization;

  @Field(() => Int, { description: "How many (数量)." })
  count: number;

  @Field(() => [SeverityCount], { nullable: "items", description: "By severity, mildest first (按严重程度)." })
  bySeverity: SeverityCount[];
}

/** A year's penalties. */
@ObjectType({
  description: "A year's penalties of a division or an authority, of those the viewer would be given (行政处罚统计).",
})
export class PenaltyStats {
  @Field(() => Int, { description: "Year of the decisions (年份)." })
  year: number;

  @Field(() => Int, { description: "How many (总数)." })
  total: number;

  @Field(() => [SeverityCount], { nullable: "items", description: "By severity, mildest first (按严重程度)." })
  bySeverity: SeverityCount[];

  @Directive("@aggregate(minGroup: 5)")
  @Field(() => Float, {
    nullable: true,
    description:
      "Share of the objections decided in the year that led to a correction, 0 to 1; null for fewer than five, repaired records left out (异议更正率).",
  })
  correctionRate?: number;

  scope: StatisticsScope;
}

/** A year's licences. */
@ObjectType({
  description:
    "A year's licences of a division, an authority or a matter, of those the viewer would be given (行政许可统计).",
})
export class LicenceStats {
  @Field(() => Int, { description: "Year of the decisions (年份)." })
  year: number;

  @Field(() => Int, { description: "How many (总数)." })
  total: number;

  @Field(() => Int, { description: "How many are valid on the day of the request (有效数)." })
  valid: number;

  @Field(() => Int, { description: "How many were revoked (撤销、吊销数)." })
  revoked: number;

  scope: StatisticsScope;
}
