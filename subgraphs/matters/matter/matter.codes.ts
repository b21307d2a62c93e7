/** Codes of the dictionaries of the national exchange tables (elements of C0109 and GB/T 39554.1-2020, docs/reference/sources.md#data-models). Pure. */
import { codeTable } from "../../../platform/domain/index.js";
import { LimitUnit } from "../../../platform/graphql/limit-unit.js";
import { DeptType, HandleArea, OnlineDepth, PowerSource } from "./competence.enums.js";
import { HandlingType, ServiceRecipient, TaskState, TaskType, UseLevel } from "./matter.enums.js";

/** 事项类型, taskType: two digits. */
export const TASK_TYPES = codeTable<TaskType>({
  [TaskType.LICENSING_01]: "01",
  [TaskType.PENALTY_02]: "02",
  [TaskType.COERCION_03]: "03",
  [TaskType.LEVY_04]: "04",
  [TaskType.PAYMENT_05]: "05",
  [TaskType.INSPECTION_06]: "06",
  [TaskType.CONFIRMATION_07]: "07",
  [TaskType.REWARD_08]: "08",
  [TaskType.ADJUDICATION_09]: "09",
  [TaskType.OTHER_POWER_10]: "10",
  [TaskType.PUBLIC_SERVICE_20]: "20",
  [TaskType.OTHER_99]: "99",
});

/** 事项状态, taskState. */
export const TASK_STATES = codeTable<TaskState>({
  [TaskState.IN_USE]: "1",
  [TaskState.SUSPENDED]: "2",
  [TaskState.CANCELLED]: "3",
});

/** 行使层级, useLevel: from the nation down; also the 19th character of an implementation code. */
export const USE_LEVELS = codeTable<UseLevel>({
  [UseLevel.NATIONAL]: "1",
  [UseLevel.PROVINCE]: "2",
  [UseLevel.CITY]: "3",
  [UseLevel.COUNTY]: "4",
  [UseLevel.TOWN]: "5",
  [UseLevel.VILLAGE]: "6",
});

/** 服务对象, serverType. */
export const SERVICE_RECIPIENTS = codeTable<ServiceRecipient>({
  [ServiceRecipient.NATURAL_PERSON]: "1",
  [ServiceRecipient.ENTERPRISE]: "2",
  [ServiceRecipient.INSTITUTION]: "3",
  [ServiceRecipient.SOCIAL_ORGANIZATION]: "4",
  [ServiceRecipient.UNINCORPORATED]: "5",
  [ServiceRecipient.AGENCY]: "6",
  [ServiceRecipient.OTHER]: "9",
});

/** 办件类型, handlingType. */
export const HANDLING_TYPES = codeTable<HandlingType>({ [HandlingType.IMMEDIATE]: "1", [HandlingType.PROMISED]: "2" });

/** 实施主体性质, deptType. */
export const DEPT_TYPES = codeTable<DeptType>({
  [DeptType.STATUTORY_BODY]: "1",
  [DeptType.AUTHORISED_ORGANIZATION]: "2",
  [DeptType.ENTRUSTED_ORGANIZATION]: "3",
});

/** 权力来源, powerSource. */
export const POWER_SOURCES = codeTable<PowerSource>({
  [PowerSource.OWN_LEVEL]: "1",
  [PowerSource.DELEGATED_FROM_ABOVE]: "2",
  [PowerSource.AUTHORISED_FROM_ABOVE]: "3",
  [PowerSource.AUTHORISED_BY_PEER]: "4",
  [PowerSource.ENTRUSTED_FROM_ABOVE]: "5",
  [PowerSource.ENTRUSTED_BY_PEER]: "6",
});

/** 网上办理深度, onlineHandleDepth; dictionaries write 8 or 9 for other. */
export const ONLINE_DEPTHS = codeTable<OnlineDepth>(
  {
    [OnlineDepth.CONSULTATION]: "1",
    [OnlineDepth.RECEIPT]: "2",
    [OnlineDepth.PRE_EXAMINATION]: "3",
    [OnlineDepth.ACCEPTANCE]: "4",
    [OnlineDepth.HANDLING]: "5",
    [OnlineDepth.RESULT]: "6",
    [OnlineDepth.LICENCE]: "7",
    [OnlineDepth.OTHER]: "8",
  },
  { "9": OnlineDepth.OTHER },
);

/** 通办范围, handleArea. */
export const HANDLE_AREAS = codeTable<HandleArea>({
  [HandleArea.NATION]: "1",
  [HandleArea.ACROSS_PROVINCES]: "2",
  [HandleArea.ACROSS_CITIES]: "3",
  [HandleArea.ACROSS_COUNTIES]: "4",
  [HandleArea.ACROSS_TOWNS]: "5",
  [HandleArea.ACROSS_VILLAGES]: "6",
});

/** 办结时限单位, anticipateType and promiseType; the dictionary has no code for months, which lists write in words. */
export const LIMIT_UNITS = codeTable<Exclude<LimitUnit, LimitUnit.MONTH>>({
  [LimitUnit.WORKING_DAY]: "1",
  [LimitUnit.NATURAL_DAY]: "2",
  [LimitUnit.HOUR]: "3",
  [LimitUnit.IMMEDIATE]: "4",
});
