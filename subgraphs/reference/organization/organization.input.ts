/** What lists of organisations can be asked for. */
import { Field, InputType, registerEnumType } from "type-graphql";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { OrgKind } from "./organization.type.js";

/** Filter of organisations. */
@InputType({ description: "Which organisations (机构筛选)." })
export class OrganizationFilter {
  @Field(() => [OrgKind], { nullable: true, description: "Of one of these kinds (机构类型)." })
  kinds?: OrgKind[];

  @Field(() => DivisionCodeScalar, { nullable: true, description: "In this division or below it (行政区划)." })
  division?: string;
}

/** Orders of organisations. */
export enum OrganizationOrder {
  NAME = "NAME",
  ID = "ID",
}

registerEnumType(OrganizationOrder, {
  name: "OrganizationOrder",
  description: "Order of organisations (排序).",
  valuesConfig: { NAME: { description: "By name (按名称)." }, ID: { description: "By id (按编号)." } },
});
