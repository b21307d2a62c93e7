/** CatalogueItem: an item of the basic catalogue that agencies implement (基本目录, up_task_directory). */
import { Directive, Field, Int, ObjectType, SameForAll, Tag } from "../../../platform/graphql/classes/index.js";
import { CatalogCodeScalar, DateScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { TaskState, TaskType, UseLevel } from "../matter/matter.enums.js";
import type * as domain from "./catalogue-item.js";

/** A catalogue item. */
@Directive('@key(fields: "catalogCode")')
@SameForAll()
@Tag("partner")
@ObjectType({ description: "An item of the basic catalogue that agencies implement (基本目录)." })
export class CatalogueItem implements domain.CatalogueItem {
  @Field(() => CatalogCodeScalar, { description: "Code of 12 characters (基本编码, catalogCode)." })
  catalogCode: string;

  @Field(() => String, { description: "Name (事项名称, taskName)." })
  taskName: string;

  @Field(() => TaskType, { description: "Type (事项类型, taskType)." })
  taskType: TaskType;

  @Field(() => [UseLevel], { description: "Levels that may implement it (行使层级, useLevel)." })
  useLevels: UseLevel[];

  @Field(() => Int, { description: "Version (事项版本, taskVersion)." })
  version: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: "First day on which it is in force (计划生效日期, planEffectiveDate).",
  })
  effectiveFrom?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "First day on which it is no more in force; what was cancelled stays (计划取消日期, planCancelDate).",
  })
  cancelledOn?: string;

  /** As recorded: that it was cancelled follows from `cancelledOn`. */
  recordedState: TaskState;

  legalBasisIds: string[];
}

/** A page of catalogue items. */
export const CatalogueItemConnection = createConnectionType("CatalogueItem", () => CatalogueItem, "基本目录");
