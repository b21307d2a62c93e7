/** Codes of the national exchange tables, and the words that lists write in their place (docs/reference/sources.md#data-models). Pure. */
import { RowRefused, coded, entriesOf } from "../../../platform/import/index.js";
import { TaskState, UseLevel, taskTypeOfCode, type TaskType } from "./matter.enums.js";

/** Members of an enumeration by the national codes "1", "2", … that they stand for. */
export const nationalCodes = <T>(members: Readonly<Record<string, T>>): readonly (readonly [string, T])[] =>
  Object.values(members).map((member, index) => [String(index + 1), member]);
/** Finds a member by its code, with or without leading zeros; undefined for an unknown one. */
export const byNationalCode = <T>(
  codes: readonly (readonly [string, T])[],
): ((code: string | undefined) => T | undefined) => {
  const members = new Map(codes);
  return (code) => members.get((code ?? "").replace(/^0+/, ""));
};

/** Level of a code, 1 to 6. */
export const levelOf = byNationalCode(nationalCodes(UseLevel));

const LEVEL_NAMES: Readonly<Record<string, UseLevel>> = {
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
      const level = LEVEL_NAMES[entry] ?? levelOf(entry);
      if (level === undefined)
        throw new RowRefused(
          "useLevel",
          "USE_LEVEL_UNKNOWN",
          `Use 1 to 6, or ${Object.keys(LEVEL_NAMES).join(", ")}, several of them separated by comma or ^.`,
        );
      return level;
    }),
  );
  return Object.values(UseLevel).filter((level) => levels.has(level));
};

const TASK_STATES: Readonly<Record<string, TaskState>> = {
  "1": TaskState.IN_USE,
  "2": TaskState.SUSPENDED,
  "3": TaskState.CANCELLED,
  在用: TaskState.IN_USE,
  暂停: TaskState.SUSPENDED,
  取消: TaskState.CANCELLED,
};

/** State of a code or word; in use where there is none. Throws RowRefused for an unknown one: what was ended is not in use. */
export const acceptedState = (value: string | undefined): TaskState =>
  coded(TASK_STATES, "taskState", value?.replace(/^0+(?=\d)/, ""), "TASK_STATE_UNKNOWN") ?? TaskState.IN_USE;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  行政许可: "01",
  行政处罚: "02",
  行政强制: "03",
  行政征收: "04",
  行政给付: "05",
  行政检查: "06",
  行政确认: "07",
  行政奖励: "08",
  行政裁决: "09",
  其他行政权力: "10",
  公共服务: "20",
};

/** Type of a code or word. Throws RowRefused. */
export const acceptedType = (value: string | undefined): TaskType => {
  const type = value === undefined ? undefined : taskTypeOfCode(TYPE_NAMES[value] ?? value);
  if (type === undefined)
    throw new RowRefused(
      "taskType",
      "TASK_TYPE_UNKNOWN",
      "Use 01 to 10, 20 or 99 of the national dictionary, or map the value in a mapping file.",
    );
  return type;
};
