/** VersionDifference: what changed between two versions of a matter (事项版本差异). */
import { Field, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { ChangeKind } from "./matter-version.enums.js";
import type * as domain from "./matter-version.js";

/** One changed field. */
@ObjectType({ description: "A field that differs between two versions (变更项)." })
export class VersionChange implements domain.VersionChange {
  @Field(() => String, {
    description: "Path of the field, such as promised.amount or materials[营业执照].copies (字段).",
  })
  field: string;

  @Field(() => ChangeKind, { description: "How it changed (变更方式)." })
  kind: ChangeKind;

  @Field(() => String, { nullable: true, description: "Value in the older version (原值)." })
  oldValue?: string;

  @Field(() => String, { nullable: true, description: "Value in the newer version (新值)." })
  newValue?: string;
}

/** All changes. */
@ObjectType({ description: "What changed between two versions of a matter (事项版本差异)." })
export class VersionDifference implements domain.VersionDifference {
  @Field(() => Int, { description: "Version compared from (原版本)." })
  from: number;

  @Field(() => Int, { description: "Version compared to (新版本)." })
  to: number;

  @Field(() => [VersionChange], { description: "Changed fields, by path (变更项)." })
  changes: VersionChange[];
}
