/** How a row of an export is read as a matter: codes, limits, channels; what it must say and does not is refused. */
import { classifyTaskCode, foldCode, parseDivisionCode } from "../../../platform/domain/index.js";
import { RowRefused, entriesOf, type ImportContext, type MappedRow } from "../../../platform/import/index.js";
import {
  DEPT_TYPES,
  HANDLE_AREAS,
  ONLINE_DEPTHS,
  POWER_SOURCES,
  HANDLING_TYPES,
  SERVICE_RECIPIENTS,
  USE_LEVELS,
} from "./matter.codes.js";
import type { HandlingType, ServiceRecipient, TaskState, TaskType, UseLevel } from "./matter.enums.js";
import type { Channels, MatterContent } from "./matter.js";
import { acceptedState, acceptedType, limitOf, wholeNumber } from "./matter.words.js";

/** A checked row; the body and the division are resolved by reference. */
export interface MatterItem {
  readonly id: string;
  readonly taskCode?: string;
  readonly handlingItemCode?: string;
  readonly localTaskCode: string;
  readonly catalogCode?: string;
  readonly taskName: string;
  readonly taskType: TaskType;
  readonly taskState: TaskState;
  readonly useLevel?: UseLevel;
  readonly serves: readonly ServiceRecipient[];
  readonly handlingType?: HandlingType;
  readonly visits?: number;
  readonly isFee?: boolean;
  readonly isOnline?: boolean;
  readonly themes?: readonly string[];
  readonly content: MatterContent;
  readonly deptCode: string;
  readonly deptName: string;
  readonly divisionCode: string;
  readonly deptId?: string;
  readonly deptUscc?: string;
}

/** An empty list is left out, so that a column that a file does not have is no change to a matter. */
const orAbsent = <T>(list: T[]): T[] | undefined => (list.length === 0 ? undefined : list);

const yesNo = (value: string | undefined): boolean | undefined =>
  value === undefined
    ? undefined
    : /^(1|是|true|Y)$/i.test(value)
      ? true
      : /^(0|否|false|N)$/i.test(value)
        ? false
        : undefined;

/** A row of an export, checked by itself. Throws RowRefused, or BAD_USER_INPUT that names a field. */
export const acceptMatter = (row: MappedRow, { source }: ImportContext): MatterItem => {
  if (row["taskName"] === undefined) throw new RowRefused("taskName", "NAME_MISSING", "Give the name of the matter.");
  if (row["taskCode"] === undefined) throw new RowRefused("taskCode", "CODE_MISSING", "Give the code of the matter.");
  if (row["deptCode"] === undefined)
    throw new RowRefused(
      "deptCode",
      "DEPT_CODE_MISSING",
      "Give the code of the implementing body; bodies are never matched by name.",
    );
  if (row["division"] === undefined)
    throw new RowRefused("division", "DIVISION_MISSING", "Give the division where the matter is handled.");
  const taskType = acceptedType(row["taskType"]);
  const classified = classifyTaskCode(row["taskCode"], "taskCode");
  const divisionCode = parseDivisionCode(row["division"], "division");
  const statutory = limitOf(row["anticipateDay"], row["anticipateType"]);
  const promised = limitOf(row["promiseDay"], row["promiseType"]);
  return {
    id:
      classified.taskCode !== undefined && classified.scheme === "TASK"
        ? `CN-TASK-${classified.code}`
        : `CN-LOCAL-${source}-${classified.code}`,
    ...(classified.scheme === "TASK" ? { taskCode: classified.code } : {}),
    ...(classified.scheme === "HANDLE_ITEM" ? { handlingItemCode: classified.code } : {}),
    localTaskCode: classified.code,
    catalogCode: row["catalogCode"] === undefined ? classified.catalogCode : foldCode(row["catalogCode"]),
    taskName: row["taskName"],
    taskType,
    taskState: acceptedState(row["taskState"]),
    useLevel: USE_LEVELS.valueOf(row["useLevel"]),
    serves: entriesOf(row["serverType"]).flatMap((code) => SERVICE_RECIPIENTS.valueOf(code) ?? []),
    handlingType: HANDLING_TYPES.valueOf(row["handlingType"]),
    visits: wholeNumber(row["visits"]),
    isFee: yesNo(row["isFee"]),
    isOnline: yesNo(row["isOnline"]),
    themes: orAbsent([...new Set([...entriesOf(row["userTopicType"]), ...entriesOf(row["corpTopicType"])])]),
    content: {
      deptType: DEPT_TYPES.valueOf(row["deptType"]),
      entrustName: row["entrustName"],
      powerSource: POWER_SOURCES.valueOf(row["powerSource"]),
      onlineDepth: orAbsent(entriesOf(row["onlineDepth"]).flatMap((code) => ONLINE_DEPTHS.valueOf(code) ?? [])),
      handleArea: HANDLE_AREAS.valueOf(row["handleArea"]),
      limitExplain: row["limitExplain"],
      ...channelsOf(row),
      ...(statutory ? { statutory } : {}),
      ...(promised ? { promised } : {}),
      visitReason: row["visitReason"],
      acceptCondition: row["acceptCondition"],
      conditions: [],
      materials: [],
      steps: [],
      fees: [],
      faqs: [],
      ...(row["resultName"] === undefined ? {} : { result: { name: row["resultName"] } }),
      consultPhone: row["linkWay"],
      complaintPhone: row["superviseWay"],
    },
    deptCode: row["deptCode"],
    deptName: row["deptName"] ?? row["deptCode"],
    divisionCode,
  };
};

const channelsOf = (row: MappedRow): Pick<MatterContent, "channels"> => {
  const channels: Channels = {
    hall: yesNo(row["isEntryCenter"]),
    express: yesNo(row["isExpress"]),
    appointment: yesNo(row["isSchedule"]),
    terminal: yesNo(row["isServiceTerminals"]),
    singleSignOn: yesNo(row["isSingleLogin"]),
    payOnline: yesNo(row["isPayOnline"]),
    address: row["transactAddr"],
    hours: row["transactTime"],
    webAddress: row["linkAddr"],
    mobileAddress: row["mobileTerminalUrl"],
  };
  return Object.values(channels).every((value) => value === undefined) ? {} : { channels };
};
