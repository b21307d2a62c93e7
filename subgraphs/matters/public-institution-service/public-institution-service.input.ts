/** What lists of services of public enterprises and institutions can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { PublicServiceSector } from "./public-institution-service.enums.js";

/** Filter of these services. */
@InputType({ description: "Which services of public enterprises and institutions (公共企事业单位服务筛选)." })
export class PublicInstitutionServiceFilter {
  @Field(() => [PublicServiceSector], { nullable: true, description: "Of one of these sectors (领域)." })
  sectors?: PublicServiceSector[];

  @Field(() => DivisionCodeScalar, { nullable: true, description: "In this division or below it (行政区划)." })
  division?: string;
}
