/** What lists of licences can be asked for. */
import { Field, ID, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DivisionCodeScalar, Max, Min } from "../../../platform/graphql/index.js";
import { LicenceCategory } from "./licence.enums.js";

/** Filter of licences. */
@InputType({ description: "Which licences (行政许可筛选)." })
export class LicenceFilter {
  @Field(() => LicenceCategory, { nullable: true, description: "Of this category (许可类别)." })
  category?: LicenceCategory;

  @Field(() => ID, { nullable: true, description: "Decided by this organisation (许可机关)." })
  authorityId?: string;

  @Field(() => DivisionCodeScalar, { nullable: true, description: "In this division or below it (行政区划)." })
  division?: string;

  @Field(() => Int, { nullable: true, description: "Decided in this year (年份)." })
  @Min(1949)
  @Max(9999)
  year?: number;

  @Field(() => DateScalar, { nullable: true, description: "Valid until this day or later (有效期至，起)." })
  validToFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: "Valid until this day or earlier (有效期至，止)." })
  validToUntil?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "False for published ones alone, true for those that are not (是否未公示).",
  })
  archived?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: "True for those about the viewer, or about the enterprise the viewer acts for (仅本人或本企业).",
  })
  mine?: boolean;
}
