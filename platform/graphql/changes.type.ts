/** The feed of changes as every service and the gateway show it (增量更新). */
import { ArgsType, Directive, Field, ID, Int, ObjectType, Tag } from "./classes/index.js";
import { declareEnum } from "./enum.js";
import { describeEnum } from "./enum.js";
import { CHANGE_OPERATION_TERMS, ChangeOperation, RECORD_KIND } from "./changes.js";
import type { DeclaredKind } from "./record-kinds.js";
import { DateTimeScalar } from "./scalars/date-time.js";
import { Max, Min } from "./bounds.js";

/** Kind of record that the feed tells of; nouns of the services declare them. */
export type RecordKind = string;

const kinds: Record<RecordKind, RecordKind> = {};
const descriptions: Record<RecordKind, { description: string }> = {};

declareEnum(kinds, { ...RECORD_KIND, valuesConfig: descriptions });

/** Gives the enumeration RecordKind of the schemas that are built next the kinds of all services: the graph has one, and a process one service. */
export const setRecordKinds = (declared: readonly DeclaredKind[]): void => {
  for (const kind of Object.keys(kinds)) {
    delete kinds[kind];
    delete descriptions[kind];
  }
  for (const { kind, description } of declared) {
    kinds[kind] = kind;
    descriptions[kind] = { description };
  }
};

describeEnum(ChangeOperation, "ChangeOperation", "What happened to a record (变更操作).", CHANGE_OPERATION_TERMS);

/** One change. */
@Directive("@shareable")
@Tag("partner")
@ObjectType({ description: "One change of a public record; the last one of each record is told (变更)." })
export class Change {
  @Field(() => kinds, { description: "Kind of record (记录类型)." })
  kind: RecordKind;

  @Field(() => ID, { description: "Key of the record (记录编号)." })
  key: string;

  @Field(() => ID, { description: "Type and key: give up to 200 of them to `nodes(ids:)` (全局标识)." })
  nodeId: string;

  @Field(() => ChangeOperation, { description: "What happened (变更操作)." })
  op: ChangeOperation;

  @Field(() => Int, { nullable: true, description: "Version of the record, where it has versions (版本)." })
  version?: number;

  @Field(() => DateTimeScalar, { description: "When it was written (变更时间)." })
  changedAt: Date;
}

/** A piece of the feed. */
@Directive("@shareable")
@Tag("partner")
@ObjectType({ description: "A piece of the feed of changes (增量更新)." })
export class ChangePage {
  @Field(() => String, { description: "Pass it as `since` to go on (游标)." })
  cursor: string;

  @Field(() => Boolean, { description: "True if more is there already (是否还有)." })
  hasMore: boolean;

  @Field(() => [Change], { description: "Changes, oldest first (变更列表)." })
  items: Change[];

  @Field(() => [String], {
    description: "Services that did not answer; the cursor keeps their place (未应答的服务).",
  })
  unavailable: string[];
}

/** Arguments of the feed. */
@ArgsType()
export class ChangesArgs {
  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last answer; left out for everything. CURSOR_EXPIRED: begin again (游标).",
  })
  since?: string;

  @Field(() => [kinds], {
    nullable: true,
    description: "Kinds wanted, the same as for the cursor; all where left out (记录类型).",
  })
  types?: RecordKind[];

  @Field(() => Int, {
    nullable: true,
    defaultValue: 100,
    description: "How many of each service at most, 1 to 500 (每个服务的数量).",
  })
  @Min(1)
  @Max(500)
  first: number = 100;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      "True begins a copy that is made by other ways, such as /bulk: no items, and the cursor with which the copy goes on once it is made, within a day; without `since` (全量复制起点).",
  })
  copying: boolean = false;
}
