/** How a row of an export is read as a matter: codes, limits, channels; what it must say and does not, and what is not understood, is refused. */
import {
  classifyTaskCode,
  foldCode,
  parseDivisionCode,
  type ClassifiedTaskCode,
} from "../../../platform/domain/index.js";
import {
  RowRefused,
  coded,
  damagedCodeNotice,
  codedList,
  countOf,
  entriesOf,
  everyField,
  limitOf,
  required,
  yesNo,
  type MappedRow,
  type RowContext,
} from "../../../platform/import/index.js";
import type { HandlingType, ServiceRecipient, TaskState, TaskType, UseLevel } from "./matter.enums.js";
import type { Channels, MatterContent } from "./matter.js";
import {
  AREAS,
  DEPTHS,
  FEE_WORDS,
  HALL_WORDS,
  HANDLINGS,
  LEVELS,
  ONLINE_WORDS,
  RECIPIENTS,
  SOURCES,
  TITLES,
  UNITS,
  acceptedState,
  acceptedType,
} from "./matter.words.js";

/** A checked row; the body and the division are resolved by reference. */
export interface MatterItem {
  /** That of a local code, which is its body's own, is given with the body. */
  readonly id: string | undefined;
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

const STATUTORY = { amount: "anticipateDay", unit: "anticipateType", units: UNITS };
const PROMISED = { amount: "promiseDay", unit: "promiseType", units: UNITS };

/** The code by which the matter is one: its handling item, where it has one under its implementation code. */
const codeOf = (row: MappedRow): ClassifiedTaskCode => {
  const code = classifyTaskCode(required(row, "taskCode", "CODE_MISSING", "Give the code of the matter."), "taskCode");
  if (row["handlingItem"] === undefined) return code;
  const item = classifyTaskCode(row["handlingItem"], "handlingItem");
  if (item.code === code.code || (item.scheme === "LOCAL" && code.scheme === "HANDLE_ITEM")) return code;
  if (code.scheme === "TASK" && item.scheme !== "LOCAL" && item.taskCode !== code.code)
    throw new RowRefused(
      "handlingItem",
      "HANDLING_ITEM_OF_ANOTHER_CODE",
      "A handling item begins with the implementation code beside it: correct the one or the other.",
    );
  return item;
};

/** A row of an export, checked by itself. Throws RowRefusals with all that is to be corrected. */
export const acceptMatter = (row: MappedRow, { notice }: RowContext): MatterItem => {
  const read = everyField({
    taskName: () => required(row, "taskName", "NAME_MISSING", "Give the name of the matter."),
    code: () => codeOf(row),
    deptCode: () =>
      required(
        row,
        "deptCode",
        "DEPT_CODE_MISSING",
        "Give the code of the implementing body; bodies are never matched by name.",
      ),
    divisionCode: () =>
      parseDivisionCode(
        required(row, "division", "DIVISION_MISSING", "Give the division where the matter is handled."),
        "division",
      ),
    taskType: () => acceptedType(row["taskType"]),
    taskState: () => acceptedState(row["taskState"]),
    useLevel: () => coded(LEVELS, "useLevel", row["useLevel"], "USE_LEVEL_UNKNOWN"),
    serves: () => codedList(RECIPIENTS, "serverType", row["serverType"], "RECIPIENT_UNKNOWN"),
    handlingType: () => coded(HANDLINGS, "handlingType", row["handlingType"], "HANDLING_TYPE_UNKNOWN"),
    visits: () => countOf("visits", row["visits"], ["次"]),
    isFee: () => yesNo("isFee", row["isFee"], FEE_WORDS),
    isOnline: () => yesNo("isOnline", row["isOnline"], ONLINE_WORDS),
    statutory: () => limitOf(row, STATUTORY),
    promised: () => limitOf(row, PROMISED),
    deptType: () => coded(TITLES, "deptType", row["deptType"], "DEPT_TYPE_UNKNOWN"),
    powerSource: () => coded(SOURCES, "powerSource", row["powerSource"], "POWER_SOURCE_UNKNOWN"),
    onlineDepth: () => codedList(DEPTHS, "onlineDepth", row["onlineDepth"], "ONLINE_DEPTH_UNKNOWN"),
    handleArea: () => coded(AREAS, "handleArea", row["handleArea"], "HANDLE_AREA_UNKNOWN"),
    channels: () => channelsOf(row),
  });
  const damaged = damagedCodeNotice("deptCode", read.deptCode);
  if (damaged) notice(damaged);
  const { scheme, code, catalogCode } = read.code;
  const themes = orAbsent([...new Set([...entriesOf(row["userTopicType"]), ...entriesOf(row["corpTopicType"])])]);
  const { taskName, taskType, taskState, useLevel, serves, handlingType, visits, isFee, isOnline } = read;
  return {
    id: { TASK: `CN-TASK-${code}`, HANDLE_ITEM: `CN-ITEM-${code}`, LOCAL: undefined }[scheme],
    ...(scheme === "TASK" ? { taskCode: code } : {}),
    ...(scheme === "HANDLE_ITEM" ? { handlingItemCode: code } : {}),
    localTaskCode: code,
    catalogCode: row["catalogCode"] === undefined ? catalogCode : foldCode(row["catalogCode"]),
    ...{ taskName, taskType, taskState, useLevel, serves, handlingType, visits, isFee, isOnline, themes },
    content: contentOf(row, read),
    deptCode: read.deptCode,
    deptName: row["deptName"] ?? read.deptCode,
    divisionCode: read.divisionCode,
  };
};

/** What was read of a matter's content. */
type ReadContent = Pick<
  MatterContent,
  "deptType" | "powerSource" | "handleArea" | "channels" | "statutory" | "promised"
> & {
  readonly onlineDepth: NonNullable<MatterContent["onlineDepth"]>;
};

const contentOf = (row: MappedRow, read: ReadContent): MatterContent => ({
  deptType: read.deptType,
  entrustName: row["entrustName"],
  powerSource: read.powerSource,
  onlineDepth: orAbsent([...read.onlineDepth]),
  handleArea: read.handleArea,
  limitExplain: row["limitExplain"],
  ...(read.channels ? { channels: read.channels } : {}),
  ...(read.statutory ? { statutory: read.statutory } : {}),
  ...(read.promised ? { promised: read.promised } : {}),
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
});

const channelsOf = (row: MappedRow): Channels | undefined => {
  const channels: Channels = {
    ...everyField({
      hall: () => yesNo("isEntryCenter", row["isEntryCenter"], HALL_WORDS),
      express: () => yesNo("isExpress", row["isExpress"]),
      appointment: () => yesNo("isSchedule", row["isSchedule"]),
      terminal: () => yesNo("isServiceTerminals", row["isServiceTerminals"]),
      singleSignOn: () => yesNo("isSingleLogin", row["isSingleLogin"]),
      payOnline: () => yesNo("isPayOnline", row["isPayOnline"]),
    }),
    address: row["transactAddr"],
    hours: row["transactTime"],
    webAddress: row["linkAddr"],
    mobileAddress: row["mobileTerminalUrl"],
  };
  return Object.values(channels).every((value) => value === undefined) ? undefined : channels;
};
