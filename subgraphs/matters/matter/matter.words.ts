/** Codes and the words that lists write in their place, for rows of imports: what none of them is, is refused. Pure. */
import type { LimitUnit } from "../../../platform/graphql/limit-unit.js";
import { LIMIT_WORDS, RowRefused, coded, codedList } from "../../../platform/import/index.js";
import {
  DEPT_TYPES,
  HANDLE_AREAS,
  HANDLING_TYPES,
  LIMIT_UNITS,
  ONLINE_DEPTHS,
  POWER_SOURCES,
  SERVICE_RECIPIENTS,
  TASK_STATES,
  TASK_TYPES,
  USE_LEVELS,
} from "./matter.codes.js";
import { DeptType, HandleArea, OnlineDepth, PowerSource } from "./competence.enums.js";
import { HandlingType, ServiceRecipient, TaskState, TaskType, UseLevel } from "./matter.enums.js";

/** 行使层级. */
export const LEVELS: Readonly<Record<string, UseLevel>> = {
  ...USE_LEVELS.byCode,
  国家级: UseLevel.NATIONAL,
  国家: UseLevel.NATIONAL,
  省级: UseLevel.PROVINCE,
  省: UseLevel.PROVINCE,
  市级: UseLevel.CITY,
  市: UseLevel.CITY,
  设区的市级: UseLevel.CITY,
  县级: UseLevel.COUNTY,
  县: UseLevel.COUNTY,
  区县级: UseLevel.COUNTY,
  区级: UseLevel.COUNTY,
  镇级: UseLevel.TOWN,
  乡级: UseLevel.TOWN,
  乡镇级: UseLevel.TOWN,
  "镇(乡、街道)级": UseLevel.TOWN,
  村级: UseLevel.VILLAGE,
  "村(社区)级": UseLevel.VILLAGE,
};

/** Levels of a cell with several codes or words, from the nation down. Throws RowRefused for an unknown one. */
export const acceptedLevels = (value: string | undefined): UseLevel[] => {
  const levels = codedList(LEVELS, "useLevel", value, "USE_LEVEL_UNKNOWN");
  return USE_LEVELS.values.filter((level) => levels.includes(level));
};

const STATES: Readonly<Record<string, TaskState>> = {
  ...TASK_STATES.byCode,
  在用: TaskState.IN_USE,
  暂停: TaskState.SUSPENDED,
  取消: TaskState.CANCELLED,
};

/** State of a code or word; in use where there is none. Throws RowRefused for an unknown one: what was ended is not in use. */
export const acceptedState = (value: string | undefined): TaskState =>
  coded(STATES, "taskState", value, "TASK_STATE_UNKNOWN") ?? TaskState.IN_USE;

const TYPES: Readonly<Record<string, TaskType>> = {
  ...TASK_TYPES.byCode,
  行政许可: TaskType.LICENSING_01,
  行政处罚: TaskType.PENALTY_02,
  行政强制: TaskType.COERCION_03,
  行政征收: TaskType.LEVY_04,
  行政给付: TaskType.PAYMENT_05,
  行政检查: TaskType.INSPECTION_06,
  行政确认: TaskType.CONFIRMATION_07,
  行政奖励: TaskType.REWARD_08,
  行政裁决: TaskType.ADJUDICATION_09,
  其他行政权力: TaskType.OTHER_POWER_10,
  其他权力: TaskType.OTHER_POWER_10,
  其他类: TaskType.OTHER_POWER_10,
  公共服务: TaskType.PUBLIC_SERVICE_20,
};

/** Type of a code or word. Throws RowRefused. */
export const acceptedType = (value: string | undefined): TaskType => {
  const type = coded(TYPES, "taskType", value, "TASK_TYPE_UNKNOWN");
  if (type === undefined)
    throw new RowRefused("taskType", "TASK_TYPE_UNKNOWN", "Give the type: 01 to 10, 20 or 99, or its name.");
  return type;
};

/** 服务对象. */
export const RECIPIENTS: Readonly<Record<string, ServiceRecipient>> = {
  ...SERVICE_RECIPIENTS.byCode,
  自然人: ServiceRecipient.NATURAL_PERSON,
  个人: ServiceRecipient.NATURAL_PERSON,
  企业法人: ServiceRecipient.ENTERPRISE,
  企业: ServiceRecipient.ENTERPRISE,
  事业法人: ServiceRecipient.INSTITUTION,
  事业单位法人: ServiceRecipient.INSTITUTION,
  社会组织法人: ServiceRecipient.SOCIAL_ORGANIZATION,
  非法人企业: ServiceRecipient.UNINCORPORATED,
  行政机关: ServiceRecipient.AGENCY,
  其他组织: ServiceRecipient.OTHER,
  其他: ServiceRecipient.OTHER,
};

/** 办件类型. */
export const HANDLINGS: Readonly<Record<string, HandlingType>> = {
  ...HANDLING_TYPES.byCode,
  即办件: HandlingType.IMMEDIATE,
  即办: HandlingType.IMMEDIATE,
  承诺件: HandlingType.PROMISED,
  承诺: HandlingType.PROMISED,
};

/** 实施主体性质. */
export const TITLES: Readonly<Record<string, DeptType>> = {
  ...DEPT_TYPES.byCode,
  法定机关: DeptType.STATUTORY_BODY,
  法定行政机关: DeptType.STATUTORY_BODY,
  授权组织: DeptType.AUTHORISED_ORGANIZATION,
  法律法规授权组织: DeptType.AUTHORISED_ORGANIZATION,
  受委托组织: DeptType.ENTRUSTED_ORGANIZATION,
  受委托的组织: DeptType.ENTRUSTED_ORGANIZATION,
};

/** 权力来源. */
export const SOURCES: Readonly<Record<string, PowerSource>> = {
  ...POWER_SOURCES.byCode,
  法定本级行使: PowerSource.OWN_LEVEL,
  本级行使: PowerSource.OWN_LEVEL,
  上级下放: PowerSource.DELEGATED_FROM_ABOVE,
  上级授权: PowerSource.AUTHORISED_FROM_ABOVE,
  同级授权: PowerSource.AUTHORISED_BY_PEER,
  上级委托: PowerSource.ENTRUSTED_FROM_ABOVE,
  同级委托: PowerSource.ENTRUSTED_BY_PEER,
};

/** 网上办理深度. */
export const DEPTHS: Readonly<Record<string, OnlineDepth>> = {
  ...ONLINE_DEPTHS.byCode,
  "9": OnlineDepth.OTHER,
  互联网咨询: OnlineDepth.CONSULTATION,
  互联网收件: OnlineDepth.RECEIPT,
  互联网预审: OnlineDepth.PRE_EXAMINATION,
  互联网受理: OnlineDepth.ACCEPTANCE,
  互联网办理: OnlineDepth.HANDLING,
  互联网办理结果信息反馈: OnlineDepth.RESULT,
  互联网电子证照反馈: OnlineDepth.LICENCE,
  其他: OnlineDepth.OTHER,
};

/** 通办范围. */
export const AREAS: Readonly<Record<string, HandleArea>> = {
  ...HANDLE_AREAS.byCode,
  全国: HandleArea.NATION,
  跨省: HandleArea.ACROSS_PROVINCES,
  跨市: HandleArea.ACROSS_CITIES,
  跨县: HandleArea.ACROSS_COUNTIES,
  跨区县: HandleArea.ACROSS_COUNTIES,
  跨乡: HandleArea.ACROSS_TOWNS,
  跨镇: HandleArea.ACROSS_TOWNS,
  "跨镇(乡、街道)": HandleArea.ACROSS_TOWNS,
  跨村: HandleArea.ACROSS_VILLAGES,
  "跨村(社区)": HandleArea.ACROSS_VILLAGES,
};

/** Whether a fee is taken, in the words of lists. */
export const FEE_WORDS: Readonly<Record<string, boolean>> = { 收费: true, 不收费: false, 免费: false };

/** Whether something is done online, in the words of lists. */
export const ONLINE_WORDS: Readonly<Record<string, boolean>> = {
  网办: true,
  可网办: true,
  不可网办: false,
  不网办: false,
};

/** Whether it is at a window of the hall, in the words of lists. */
export const HALL_WORDS: Readonly<Record<string, boolean>> = { 进驻: true, 已进驻: true, 未进驻: false, 不进驻: false };

/** 办结时限单位. */
export const UNITS: Readonly<Record<string, LimitUnit>> = { ...LIMIT_UNITS.byCode, ...LIMIT_WORDS };
