/** What regulatory notices can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DivisionCodeScalar, UsccScalar } from "../../../platform/graphql/index.js";
import { RegulatoryArea } from "./regulatory-area.js";

/** Filter of notices. */
@InputType({ description: "Which notices of regulators (监管信息筛选)." })
export class RegulatoryNoticeFilter {
  @Field(() => RegulatoryArea, { nullable: true, description: "Of this area (监管领域)." })
  area?: RegulatoryArea;

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "By bodies in this division or below it (行政区划).",
  })
  division?: string;

  @Field(() => UsccScalar, { nullable: true, description: "About the enterprise with this code (统一社会信用代码)." })
  uscc?: string;

  @Field(() => DateScalar, { nullable: true, description: "Issued on this day or later (发布日期起)." })
  issuedFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: "Issued on this day or before (发布日期止)." })
  issuedTo?: string;
}
