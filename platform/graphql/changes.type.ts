/** The feed of changes as every service and the gateway show it (增量更新). */
import { ArgsType, Directive, Field, ID, Int, ObjectType } from "./classes/index.js";
import { describeEnum } from "./enum.js";
import { DateTimeScalar } from "./scalars/scalars.js";
import { Max, Min } from "./bounds.js";

/** Kinds of record that the feed tells of. */
export enum RecordKind {
  ORGANIZATION = "ORGANIZATION",
  CATALOGUE_ITEM = "CATALOGUE_ITEM",
  SERVICE_MATTER = "SERVICE_MATTER",
  INTERMEDIARY_SERVICE = "INTERMEDIARY_SERVICE",
  LICENCE = "LICENCE",
  PENALTY = "PENALTY",
  LIST_ENTRY = "LIST_ENTRY",
  FUND_POLICY = "FUND_POLICY",
  BUDGET_INDICATOR = "BUDGET_INDICATOR",
}

describeEnum(RecordKind, "RecordKind", "Kind of record that the feed of changes tells of (增量记录类型).", {
  ORGANIZATION: "Organisation, by id (机构).",
  CATALOGUE_ITEM: "Catalogue item, by code (基本目录).",
  SERVICE_MATTER: "Published service matter, by id (实施清单).",
  INTERMEDIARY_SERVICE: "Intermediary service, by code (中介服务事项).",
  LICENCE: "Published licence, by id (行政许可).",
  PENALTY: "Penalty in publicity, by id (行政处罚).",
  LIST_ENTRY: "Standing list entry, by id (名单).",
  FUND_POLICY: "Fund policy, by code (资金政策).",
  BUDGET_INDICATOR: "Issued budget indicator, by number (预算指标).",
});

/** What happened to a record. */
export enum ChangeOperation {
  UPSERT = "UPSERT",
  DELETE = "DELETE",
}

describeEnum(ChangeOperation, "ChangeOperation", "What happened to a record (变更操作).", {
  UPSERT: "It is new or changed: read it again (新增或变更).",
  DELETE: "It is gone or no longer public: remove it. Told only to who can have had it (删除或不再公开).",
});

/** One change. */
@Directive("@shareable")
@ObjectType({ description: "One change of a public record; the last one of each record is told (变更)." })
export class Change {
  @Field(() => RecordKind, { description: "Kind of record (记录类型)." })
  kind: RecordKind;

  @Field(() => ID, { description: "Key of the record (记录编号)." })
  key: string;

  @Field(() => ChangeOperation, { description: "What happened (变更操作)." })
  op: ChangeOperation;

  @Field(() => Int, { nullable: true, description: "Version of the record, where it has versions (版本)." })
  version?: number;

  @Field(() => DateTimeScalar, { description: "When it was written (变更时间)." })
  changedAt: Date;
}

/** A piece of the feed. */
@Directive("@shareable")
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

  @Field(() => [RecordKind], {
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
}
