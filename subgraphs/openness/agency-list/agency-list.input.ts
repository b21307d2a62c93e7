/** What lists of powers, duties and what is barred can be asked for. */
import { ArgsType, Field, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar, Max, Min, PageArgs } from "../../../platform/graphql/index.js";
import { AgencyListKind } from "./agency-list.enums.js";

/** Filter of lists. */
@InputType({ description: "Which lists (清单筛选)." })
export class AgencyListFilter {
  @Field(() => AgencyListKind, { nullable: true, description: "Of this kind (清单类别)." })
  kind?: AgencyListKind;

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "Of bodies in this division or below it (行政区划).",
  })
  division?: string;
}

/** Arguments of the items of a list. */
@ArgsType()
export class AgencyListItemsArgs extends PageArgs {
  @Min(1)
  @Max(10_000)
  @Field(() => Int, {
    nullable: true,
    description: "Number of the version; the one in force where none is named (版本号).",
  })
  version?: number;
}

/** Arguments of a difference. */
@ArgsType()
export class AgencyListDifferenceArgs {
  @Min(1)
  @Max(10_000)
  @Field(() => Int, { description: "Number of the version before (变更前版本)." })
  from: number;

  @Min(1)
  @Max(10_000)
  @Field(() => Int, { description: "Number of the version after (变更后版本)." })
  to: number;
}
