/** ServiceMatter: how one agency implements a catalogue item (实施清单). What a sparse real export may lack is nullable. */
import {
  Directive,
  Field,
  ID,
  Int,
  ObjectType,
  Open,
  OwnedRecord,
  Tag,
} from "../../../platform/graphql/classes/index.js";
import { DateScalar, TimeLimit, createConnectionType } from "../../../platform/graphql/index.js";
import { DeptType, HandleArea, OnlineDepth, PowerSource } from "./competence.enums.js";
import { HandlingType, ServiceRecipient, TaskState, TaskType, UseLevel } from "./matter.enums.js";
import { EditorialStatus } from "./matter.machine.js";
import type * as domain from "./matter.js";
import { Channels, Faq, FeeItem, type Material, MatterResult, ProcessStep, Situation } from "./matter.parts.js";

/** One version of a matter. */
@ObjectType({ description: "One version of a matter (事项版本)." })
export class ServiceMatterVersion implements domain.ServiceMatterVersion {
  @Field(() => Int, { description: "Number (版本号, taskVersion)." })
  version: number;

  @Field(() => String, { description: "Name in that version (事项名称)." })
  taskName: string;

  @Field(() => DateScalar, { nullable: true, description: "First day (启用日期)." })
  validFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day; none for the current one (停用日期)." })
  validTo?: string;
}

/** A service matter. Links are resolved from its ids and codes. */
@Directive('@key(fields: "id")')
@OwnedRecord({ agency: "deptUscc", division: "divisionCode" })
@Tag("partner")
@ObjectType({ description: "A service matter as one agency implements it (政务服务事项实施清单)." })
export class ServiceMatter implements domain.ServiceMatter {
  @Field(() => ID, { description: "Id that never changes: CN-TASK-… or CN-LOCAL-… (事项编号)." })
  id: string;

  @Field(() => String, { nullable: true, description: "Implementation code of 31 characters (实施编码, taskCode)." })
  taskCode?: string;

  @Field(() => String, {
    nullable: true,
    description: "Handling-item code of 33 characters (业务办理项编码, handlingItemCode).",
  })
  handlingItemCode?: string;

  @Field(() => String, {
    nullable: true,
    description: "Code of the local system, at most 128 characters (地方实施编码, localTaskCode).",
  })
  localTaskCode?: string;

  @Field(() => String, { nullable: true, description: "Name (事项名称, taskName)." })
  taskName: string;

  @Field(() => TaskType, { nullable: true, description: "Type (事项类型, taskType)." })
  taskType: TaskType;

  @Field(() => TaskState, { nullable: true, description: "State (事项状态, taskState)." })
  taskState: TaskState;

  @Field(() => EditorialStatus, {
    nullable: true,
    description: "Editorial status; the public sees published ones alone (发布状态).",
  })
  status: EditorialStatus;

  @Field(() => Int, { nullable: true, description: "Current version (事项版本, taskVersion)." })
  version: number;

  @Field(() => UseLevel, { nullable: true, description: "Level (行使层级, useLevel)." })
  useLevel?: UseLevel;

  @Field(() => DeptType, { nullable: true, description: "Title of the implementing body (实施主体性质, deptType)." })
  deptType?: DeptType;

  @Field(() => String, {
    nullable: true,
    description: "Organ that entrusted the implementing body, by name (委托部门, entrustName).",
  })
  entrustName?: string;

  @Field(() => PowerSource, { nullable: true, description: "Where the power comes from (权力来源, powerSource)." })
  powerSource?: PowerSource;

  @Field(() => [ServiceRecipient], { nullable: true, description: "Whom it serves (服务对象, serverType)." })
  serves: ServiceRecipient[];

  @Field(() => HandlingType, { nullable: true, description: "Kind of handling (办件类型, handlingType)." })
  handlingType?: HandlingType;

  @Field(() => TimeLimit, { nullable: true, description: "Limit of the law (法定办结时限, anticipateDay)." })
  statutory?: TimeLimit;

  @Field(() => TimeLimit, { nullable: true, description: "Promised limit (承诺办结时限, promiseDay)." })
  promised?: TimeLimit;

  @Field(() => Int, { nullable: true, description: "Visits needed; 0 for none (到办事现场次数, visits)." })
  visits?: number;

  @Field(() => String, { nullable: true, description: "Why a visit is needed (必须现场办理原因, visitReason)." })
  visitReason?: string;

  @Field(() => String, { nullable: true, description: "When an application is accepted (受理条件, acceptCondition)." })
  acceptCondition?: string;

  @Field(() => String, {
    nullable: true,
    description: "Limit of numbers, where there is one (数量限制, limitExplain).",
  })
  limitExplain?: string;

  @Field(() => [String], {
    nullable: true,
    description: "Themes for persons and for bodies (面向自然人主题, 面向法人主题; userTopicType, corpTopicType).",
  })
  themes: string[];

  @Field(() => [OnlineDepth], {
    nullable: true,
    description: "What can be done online (网上办理深度, onlineHandleDepth).",
  })
  onlineDepth: OnlineDepth[];

  @Field(() => HandleArea, {
    nullable: true,
    description: "Within which area any window handles it (通办范围, handleArea).",
  })
  handleArea?: HandleArea;

  @Field(() => [Situation], { nullable: true, description: "Situations of applicants (情形)." })
  conditions: Situation[];

  @Field(() => [ProcessStep], { nullable: true, description: "Steps (办理环节)." })
  steps: ProcessStep[];

  @Field(() => Boolean, { nullable: true, description: "True if there is a fee (是否收费, isFee)." })
  isFee?: boolean;

  @Field(() => [FeeItem], { nullable: true, description: "Fees (收费项目)." })
  fees: FeeItem[];

  @Field(() => MatterResult, { nullable: true, description: "What comes out (审批结果)." })
  result?: MatterResult;

  @Field(() => Channels, { nullable: true, description: "How one can apply (办理渠道)." })
  channels?: Channels;

  @Field(() => [Faq], { nullable: true, description: "Questions and answers (常见问题)." })
  faqs: Faq[];

  @Field(() => Boolean, { nullable: true, description: "True if it can be handled online (是否网办, isOnline)." })
  isOnline?: boolean;

  @Open({ reviewed: "2026-11-24", by: "matters: telephone numbers of offices are public" })
  @Field(() => String, { nullable: true, description: "Telephone for questions (咨询电话, linkWay)." })
  consultPhone?: string;

  @Open({ reviewed: "2026-11-24", by: "matters: telephone numbers of offices are public" })
  @Field(() => String, { nullable: true, description: "Telephone for complaints (投诉电话, superviseWay)." })
  complaintPhone?: string;

  allMaterials: Material[];
  jointDeptIds: string[];
  catalogCode?: string;
  deptId: string;
  deptUscc?: string;
  divisionCode: string;
  legalBasisIds: string[];
}

/** A page of matters. */
export const ServiceMatterConnection = createConnectionType("ServiceMatter", () => ServiceMatter, "政务服务事项");
