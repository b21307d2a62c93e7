/** What a matter says in the columns of the national exchange table: its codes, limits and channels, as `accept-matter.ts` reads them. Pure. */
import { flagOf, listOf, type ExportedCells } from "../../../platform/export/index.js";
import { LimitUnit } from "../../../platform/graphql/limit-unit.js";
import type { TimeLimit } from "../../../platform/graphql/time-limit.type.js";
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
import { ServiceRecipient } from "./matter.enums.js";
import type { Channels, ServiceMatter } from "./matter.js";

/** Code of a value, where there is one. */
const codeOf = <Value extends string>(
  table: { codeOf(value: Value): string },
  value: Value | undefined,
): string | undefined => (value === undefined ? undefined : table.codeOf(value));

const codesOf = <Value extends string>(
  table: { codeOf(value: Value): string },
  values: readonly Value[],
): string | undefined => listOf(values.map((value) => table.codeOf(value)));

/** The dictionary has no code for months, which lists write in words. */
const unitOf = ({ unit }: TimeLimit): string => (unit === LimitUnit.MONTH ? "月" : LIMIT_UNITS.codeOf(unit));

/** Themes are kept as one list: they stand in the column of persons where the matter serves persons, else in that of bodies. */
const themesOf = ({ themes, serves }: ServiceMatter): ExportedCells => ({
  [serves.length === 0 || serves.includes(ServiceRecipient.NATURAL_PERSON) ? "userTopicType" : "corpTopicType"]:
    listOf(themes),
});

const channelCells = (channels: Channels): ExportedCells => ({
  isEntryCenter: flagOf(channels.hall),
  isExpress: flagOf(channels.express),
  isSchedule: flagOf(channels.appointment),
  isServiceTerminals: flagOf(channels.terminal),
  isSingleLogin: flagOf(channels.singleSignOn),
  isPayOnline: flagOf(channels.payOnline),
  transactAddr: channels.address,
  transactTime: channels.hours,
});

/** Its cells, but for codes, the body, the division and web addresses. */
export const matterCells = (matter: ServiceMatter): ExportedCells => ({
  taskName: matter.taskName,
  catalogCode: matter.catalogCode,
  taskType: TASK_TYPES.codeOf(matter.taskType),
  taskState: TASK_STATES.codeOf(matter.taskState),
  deptType: codeOf(DEPT_TYPES, matter.deptType),
  entrustName: matter.entrustName,
  powerSource: codeOf(POWER_SOURCES, matter.powerSource),
  useLevel: codeOf(USE_LEVELS, matter.useLevel),
  serverType: codesOf(SERVICE_RECIPIENTS, matter.serves),
  handlingType: codeOf(HANDLING_TYPES, matter.handlingType),
  anticipateDay: matter.statutory && String(matter.statutory.amount),
  anticipateType: matter.statutory && unitOf(matter.statutory),
  promiseDay: matter.promised && String(matter.promised.amount),
  promiseType: matter.promised && unitOf(matter.promised),
  visits: matter.visits === undefined ? undefined : String(matter.visits),
  visitReason: matter.visitReason,
  acceptCondition: matter.acceptCondition,
  isFee: flagOf(matter.isFee),
  isOnline: flagOf(matter.isOnline),
  onlineDepth: codesOf(ONLINE_DEPTHS, matter.onlineDepth),
  handleArea: codeOf(HANDLE_AREAS, matter.handleArea),
  ...themesOf(matter),
  limitExplain: matter.limitExplain,
  ...(matter.channels ? channelCells(matter.channels) : {}),
  resultName: matter.result?.name,
  linkWay: matter.consultPhone,
  superviseWay: matter.complaintPhone,
});

/** True where the matter has something for which the table has no column. */
export const partsWithoutColumns = (matter: ServiceMatter): boolean =>
  [
    ...[matter.allMaterials, matter.conditions, matter.steps, matter.fees, matter.faqs],
    ...[matter.legalBasisIds, matter.jointDeptIds],
  ].some(({ length }) => length > 0) ||
  [matter.statutory?.explain, matter.promised?.explain, matter.result?.hasSample].some((part) => part !== undefined);
