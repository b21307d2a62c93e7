/** What lists of standards can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { OpennessManner } from "./openness-standard.enums.js";

/** Filter of standards. */
@InputType({ description: "Which standards (政务公开标准筛选)." })
export class OpennessStandardFilter {
  @Field(() => String, { nullable: true, description: "Of this topic (一级事项)." })
  topic?: string;

  @Field(() => String, {
    nullable: true,
    description: "That a body of this name owes, those of every body with it (机构名称).",
  })
  publisher?: string;

  @Field(() => OpennessManner, { nullable: true, description: "Published so (公开方式)." })
  manner?: OpennessManner;

  @Field(() => Boolean, { nullable: true, description: "Checkable ones alone, or the others (是否可核查)." })
  checkable?: boolean;
}
