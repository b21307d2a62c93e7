/** What lists of interpretations, and of documents that have none, can be asked for. */
import { ArgsType, Field, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DivisionCodeScalar, Max, Min, PageArgs } from "../../../platform/graphql/index.js";
import { InterpretationKind } from "./policy-interpretation.enums.js";

/** Filter of interpretations. */
@InputType({ description: "Which interpretations (政策解读筛选)." })
export class PolicyInterpretationFilter {
  @Field(() => [InterpretationKind], { nullable: true, description: "In one of these forms (解读形式)." })
  kinds?: InterpretationKind[];

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "Of documents of issuers in this division or below it (行政区划).",
  })
  division?: string;

  @Field(() => DateScalar, { nullable: true, description: "Published on this day or later (发布日期起)." })
  publishedFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: "Published on this day or before (发布日期止)." })
  publishedTo?: string;
}

/** Filter of documents without interpretation. */
@InputType({ description: "Which documents without interpretation (未解读文件筛选)." })
export class MissingInterpretationFilter {
  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "Of issuers in this division or below it (行政区划).",
  })
  division?: string;
}

/** Arguments of the list of documents without interpretation. */
@ArgsType()
export class MissingInterpretationArgs extends PageArgs {
  @Min(0)
  @Max(250)
  @Field(() => Int, {
    nullable: true,
    description:
      "Working days that a document may be without one, at most 250; where none are named, those of the limit L16 (工作日数).",
  })
  olderThanWorkdays?: number;

  @Field(() => MissingInterpretationFilter, { nullable: true, description: "Which (筛选)." })
  filter?: MissingInterpretationFilter;
}
