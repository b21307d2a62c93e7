/** Codes and the words that lists write in their place, for rows of imports. Pure. */
import { LimitUnit } from "../../../platform/graphql/limit-unit.js";
import type { TimeLimit } from "../../../platform/graphql/time-limit.type.js";
import { RowRefused, coded, entriesOf } from "../../../platform/import/index.js";
import { LIMIT_UNITS, TASK_STATES, TASK_TYPES, USE_LEVELS } from "./matter.codes.js";
import { TaskState, TaskType, UseLevel } from "./matter.enums.js";

const LEVEL_WORDS: Readonly<Record<string, UseLevel>> = {
  国家级: UseLevel.NATIONAL,
  省级: UseLevel.PROVINCE,
  市级: UseLevel.CITY,
  县级: UseLevel.COUNTY,
  镇级: UseLevel.TOWN,
  乡级: UseLevel.TOWN,
  村级: UseLevel.VILLAGE,
};

/** Levels of a cell with several codes or words, from the nation down. Throws RowRefused for an unknown one. */
export const acceptedLevels = (value: string | undefined): UseLevel[] => {
  const levels = new Set(
    entriesOf(value).map((entry) => {
      const level = LEVEL_WORDS[entry] ?? USE_LEVELS.valueOf(entry);
      if (level === undefined)
        throw new RowRefused(
          "useLevel",
          "USE_LEVEL_UNKNOWN",
          `Use 1 to 6, or ${Object.keys(LEVEL_WORDS).join(", ")}, several of them separated by comma or ^.`,
        );
      return level;
    }),
  );
  return USE_LEVELS.values.filter((level) => levels.has(level));
};

const STATES: Readonly<Record<string, TaskState>> = {
  ...TASK_STATES.byCode,
  在用: TaskState.IN_USE,
  暂停: TaskState.SUSPENDED,
  取消: TaskState.CANCELLED,
};

/** State of a code or word; in use where there is none. Throws RowRefused for an unknown one: what was ended is not in use. */
export const acceptedState = (value: string | undefined): TaskState =>
  coded(STATES, "taskState", value?.replace(/^0+(?=\d)/, ""), "TASK_STATE_UNKNOWN") ?? TaskState.IN_USE;

const TYPE_WORDS: Readonly<Record<string, TaskType>> = {
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
  公共服务: TaskType.PUBLIC_SERVICE_20,
};

/** Type of a code or word. Throws RowRefused. */
export const acceptedType = (value: string | undefined): TaskType => {
  const type = value === undefined ? undefined : (TYPE_WORDS[value] ?? TASK_TYPES.valueOf(value));
  if (type === undefined)
    throw new RowRefused(
      "taskType",
      "TASK_TYPE_UNKNOWN",
      "Use 01 to 10, 20 or 99 of the national dictionary, or map the value in a mapping file.",
    );
  return type;
};

const UNIT_WORDS: Readonly<Record<string, LimitUnit>> = {
  工作日: LimitUnit.WORKING_DAY,
  自然日: LimitUnit.NATURAL_DAY,
  小时: LimitUnit.HOUR,
};

/** A whole number of at most six digits; undefined for anything else. */
export const wholeNumber = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : undefined;

/** A limit of an amount and a code or word of its unit: working days where there is none. */
export const limitOf = (amount: string | undefined, unit: string | undefined): TimeLimit | undefined => {
  const number = wholeNumber(amount);
  const known = unit === undefined ? undefined : (UNIT_WORDS[unit] ?? LIMIT_UNITS.valueOf(unit));
  return number === undefined ? undefined : { amount: number, unit: known ?? LimitUnit.WORKING_DAY };
};
