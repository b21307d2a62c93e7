/** Division: an administrative division with its validity (行政区划, GB/T 2260 and GB/T 10114). */
import { Directive, Field, ObjectType, SameForAll, Tag } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { DivisionLevel } from "./division.enums.js";
import type * as domain from "./division.js";

/** A division. Its parent is data, never a prefix cut of the code (docs/reference/identifiers.md#divisions). */
@Directive('@key(fields: "code")')
@SameForAll()
@Tag("partner")
@ObjectType({ description: "An administrative division (行政区划)." })
export class Division implements domain.Division {
  @Field(() => DivisionCodeScalar, { description: "Six digits, nine for townships (区划代码)." })
  code: string;

  @Field(() => String, { nullable: true, description: "The code padded to twelve digits (十二位区划代码)." })
  code12: string;

  @Field(() => String, { nullable: true, description: "Name (名称)." })
  name: string;

  @Field(() => DivisionLevel, { nullable: true, description: "Level (级别)." })
  level: DivisionLevel;

  @Field(() => String, {
    nullable: true,
    description:
      "Kind of what is no place: 统计用区划 (codes of statistics alone) or 汇总用区划 (headings such as 市辖区) (类别).",
  })
  kind?: string;

  @Field(() => DateScalar, { nullable: true, description: "First day of validity, where known (启用日期)." })
  validFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day of validity (停用日期)." })
  validTo?: string;

  parentCode?: string;
  replacedByCode?: string;
}

/** What a division was called and where it belonged in one span of time. */
@SameForAll()
@Tag("partner")
@ObjectType({ description: "What a division was called and where it belonged in one span of time (区划沿革)." })
export class DivisionVersion implements domain.DivisionVersion {
  @Field(() => DivisionCodeScalar, { description: "Code of that time (当时代码)." })
  code: string;

  @Field(() => String, { description: "Name of that time (当时名称)." })
  name: string;

  @Field(() => DivisionLevel, { description: "Level (级别)." })
  level: DivisionLevel;

  @Field(() => String, { nullable: true, description: "Kind (类别)." })
  kind?: string;

  @Field(() => DateScalar, { nullable: true, description: "First day, where known (启用日期)." })
  validFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day; null while it is so (停用日期)." })
  validTo?: string;

  @Field(() => String, { nullable: true, description: "Document that changed it (变更依据)." })
  source?: string;

  @Field(() => Boolean, {
    description: "False where the days could not be confirmed in the document (变更日期是否经核实).",
  })
  verified: boolean;

  parentCode?: string;
}

/**
 * A division as a record names it: its code and the day of the record. Another subgraph that holds both links to this
 * entity and shows the division of that day, whatever its code and name are now (mistake 11 of docs/reference/mistakes.md).
 */
@Directive('@key(fields: "code on")')
@SameForAll()
@Tag("partner")
@ObjectType({ description: "The division that a code stands for on the day of a record (记录当日区划)." })
export class DivisionAsOf implements domain.DivisionAsOf {
  @Field(() => DivisionCodeScalar, { description: "Code as the record has it (记录所载代码)." })
  code: string;

  @Field(() => DateScalar, { description: "Day of the record (记录日期)." })
  on: string;

  @Field(() => String, { nullable: true, description: "Name on that day (当日名称)." })
  name: string;

  asOf: Division;
}
