/** AgencyList: what a body may do, must do, or bars others from doing, by versions; and what does not fit its matters (权力清单、责任清单、负面清单). */
import {
  Directive,
  Field,
  ID,
  Int,
  ObjectType,
  OwnedRecord,
  SameForAll,
} from "../../../platform/graphql/classes/index.js";
import { CatalogCodeScalar, DateScalar, ListSize, createConnectionType } from "../../../platform/graphql/index.js";
import { Deadline } from "../../../platform/graphql/deadline.type.js";
import {
  AdjustmentStage,
  AgencyListKind,
  ListRestriction,
  PowerKind,
  PowerListFindingKind,
} from "./agency-list.enums.js";

/** A list. Public from the day on which its first version was published. */
@Directive('@key(fields: "id")')
@OwnedRecord({ agency: "organUscc", division: "divisionCode" })
@ObjectType({ description: "A list of powers, of duties, or of what is barred (权力清单、责任清单、负面清单)." })
export class AgencyList {
  @Field(() => ID, { description: "Id (清单编号)." })
  id: string;

  @Field(() => AgencyListKind, { nullable: true, description: "What it holds (清单类别)." })
  kind: AgencyListKind;

  @Field(() => String, { nullable: true, description: "Name (清单名称)." })
  name: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Day on which it was first published; absent while its body and supervisors alone know of it (首次公布日期).",
  })
  publishedOn?: string;

  organId: string;
  organUscc: string;
  divisionCode: string;
}

/** A version of a list with the course of the adjustment that made it. */
@ObjectType({ description: "A version of a list, and the adjustment that made it (清单版本)." })
export class AgencyListVersion {
  @Field(() => Int, { description: "Number, from 1 on (版本号)." })
  number: number;

  @Field(() => AdjustmentStage, { description: "How far the adjustment has come (动态调整阶段)." })
  stage: AdjustmentStage;

  @Field(() => String, { description: "Why the list was made or changed (调整原因)." })
  cause: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day on which the cause arose; absent of a first version (调整情形出现日期).",
  })
  causedOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which the body applied for it (申请日期)." })
  appliedOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of the review of its legality (合法性审查日期)." })
  reviewedOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which it was approved (批准日期)." })
  approvedOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which it was published (公布日期)." })
  publishedOn?: string;

  @Field(() => Deadline, {
    nullable: true,
    description:
      "By when the body applies once there is a cause (L25): the rule of one city, not confirmed, so that nobody is late by it (申请调整期限).",
  })
  applicationDeadline?: Deadline;
}

/** An item of a list, in the wording of a version. Texts of an item are the same for everybody who knows of the version. */
@ObjectType({ description: "An item of a list, as a version words it (清单事项)." })
export class AgencyListItem {
  @Field(() => ID, { description: "Code within the list (事项编号)." })
  code: string;

  @Field(() => String, { description: "Name (事项名称)." })
  name: string;

  @Field(() => Int, { description: "Version in which this wording came (起始版本)." })
  since: number;

  @Field(() => PowerKind, { nullable: true, description: "Kind of the power, of lists of powers (权力类型)." })
  powerKind?: PowerKind;

  @Field(() => ListRestriction, { nullable: true, description: "How it is barred, of negative lists (管理方式)." })
  restriction?: ListRestriction;

  @Field(() => String, {
    nullable: true,
    description:
      "What it covers: content of a power, bounds of a duty, measure of a negative list (行使内容、责任边界、管理措施).",
  })
  content?: string;

  @ListSize(20)
  @Field(() => [String], {
    description:
      "What the body must do for it, step by step, at most 20: 立案, 调查 and so on of a penalty (责任事项).",
  })
  duties: string[];

  @Field(() => String, { nullable: true, description: "How it is supervised (监督方式)." })
  supervision?: string;

  @Field(() => String, { nullable: true, description: "When somebody answers for neglect (追责情形)." })
  accountability?: string;

  @Field(() => CatalogCodeScalar, {
    nullable: true,
    description:
      "Code of the catalogue item that it is; absent of what the catalogue does not know (基本编码, catalogCode).",
  })
  catalogCode?: string;

  until?: number;
  basisIds: string[];
}

/** An item whose wording changed. */
@ObjectType({ description: "An item whose wording differs between two versions (变更事项)." })
export class AgencyListChange {
  @Field(() => AgencyListItem, { description: "As the first of the two versions has it (变更前)." })
  before: AgencyListItem;

  @Field(() => AgencyListItem, { description: "As the second one has it (变更后)." })
  after: AgencyListItem;
}

/** What differs between two versions. */
@ObjectType({ description: "What differs between two versions of a list (清单版本差异)." })
export class AgencyListDifference {
  @Field(() => Int, { description: "How many items came (新增事项数)." })
  addedCount: number;

  @Field(() => Int, { description: "How many items went (取消事项数)." })
  removedCount: number;

  @Field(() => Int, { description: "How many items are worded otherwise (变更事项数)." })
  changedCount: number;

  @ListSize(100)
  @Field(() => [AgencyListItem], { description: "Items that came, by code, at most 100 (新增事项)." })
  added: readonly AgencyListItem[];

  @ListSize(100)
  @Field(() => [AgencyListItem], { description: "Items that went, by code, at most 100 (取消事项)." })
  removed: readonly AgencyListItem[];

  @ListSize(100)
  @Field(() => [AgencyListChange], { description: "Items that are worded otherwise, by code, at most 100 (变更事项)." })
  changed: readonly AgencyListChange[];
}

/** What is wrong between the powers of a body and its matters. */
@SameForAll()
@ObjectType({ description: "What is wrong between the powers that a body lists and its matters (权力清单问题)." })
export class PowerListFinding {
  @Field(() => PowerListFindingKind, { description: "What is wrong (问题类别)." })
  kind: PowerListFindingKind;

  @Field(() => AgencyListItem, {
    nullable: true,
    description: "The power, where there is one: as it is listed, or as it was listed last (权力事项).",
  })
  power?: AgencyListItem;

  @Field(() => CatalogCodeScalar, {
    nullable: true,
    description: "Code of the catalogue item that it is about; absent where a list is missing (基本编码, catalogCode).",
  })
  catalogCode?: string;

  matterIds: readonly string[];
}

/** A page of lists. */
export const AgencyListConnection = createConnectionType("AgencyList", () => AgencyList, "权力、责任、负面清单");

/** A page of items. */
export const AgencyListItemConnection = createConnectionType("AgencyListItem", () => AgencyListItem, "清单事项");
