/** Import of service matters from the national exchange tables (up_task_general_basic) or a simple Chinese list. */
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { searchTerms } from "../../../platform/database/index.js";
import { classifyTaskCode, foldCode, parseDivisionCode } from "../../../platform/domain/index.js";
import {
  RowRefused,
  entriesOf,
  type ImportContext,
  type ImportKind,
  type MappedRow,
} from "../../../platform/import/index.js";
import { type ProjectType, type ServerType, type UseLevel, type TaskState, type TaskType } from "./matter.enums.js";
import { EditorialStatus } from "./matter.machine.js";
import {
  DEPT_TYPES,
  HANDLE_AREAS,
  ONLINE_DEPTHS,
  POWER_SOURCES,
  PROJECT_TYPES,
  SERVER_TYPES,
  USE_LEVELS,
} from "./matter.codes.js";
import type { Channels, MatterContent } from "./matter.js";
import { STORED_MATTER } from "./matter.stored.js";
import { acceptedState, acceptedType, limitOf, wholeNumber } from "./matter.words.js";

/** A checked row; the body and the division are resolved by reference. */
interface MatterItem {
  readonly id: string;
  readonly taskCode?: string;
  readonly taskHandleItem?: string;
  readonly localTaskCode: string;
  readonly catalogCode?: string;
  readonly taskName: string;
  readonly taskType: TaskType;
  readonly taskState: TaskState;
  readonly useLevel?: UseLevel;
  readonly serverTypes: readonly ServerType[];
  readonly projectType?: ProjectType;
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

/** Rows of a list of matters. */
export const matterImport: ImportKind<MatterItem> = {
  kind: "matters",
  fields: {
    taskName: { doc: "Name of the matter.", columns: ["TASK_NAME", "事项名称"], required: true },
    taskCode: {
      doc: "Implementation code (31), handling item (33) or local code (at most 128 characters).",
      columns: ["TASK_CODE", "LOCAL_TASK_CODE", "TASK_HANDLE_ITEM", "事项编码", "实施编码"],
      required: true,
      holds: "CODE",
    },
    catalogCode: { doc: "Catalogue code of 12 characters.", columns: ["CATALOG_CODE", "基本编码"], holds: "CODE" },
    taskType: {
      doc: "Type: two-digit national code or its Chinese name.",
      columns: ["TASK_TYPE", "事项类型"],
      required: true,
      holds: "CODE",
    },
    taskState: {
      doc: "State: 1 在用 (default), 2 暂停, 3 取消.",
      columns: ["TASK_STATE", "事项状态"],
      holds: "CODE",
    },
    deptCode: {
      doc: "Code of the implementing body.",
      columns: ["DEPT_CODE", "实施主体编码"],
      required: true,
      holds: "BODY_CODE",
    },
    deptName: {
      doc: "Name of the implementing body.",
      columns: ["DEPT_NAME", "实施主体名称", "实施主体"],
      required: true,
    },
    division: {
      doc: "Division code of 6 or 12 digits.",
      columns: ["AREA_CODE", "DIVISION_CODE", "行政区划", "行政区划代码"],
      required: true,
      holds: "CODE",
    },
    deptType: {
      doc: "Title of the body: 1 organ named by law, 2 authorised, 3 entrusted.",
      columns: ["DEPT_TYPE", "实施主体性质"],
      holds: "CODE",
    },
    entrustName: { doc: "Organ that entrusted the body.", columns: ["ENTRUST_NAME", "委托部门"] },
    powerSource: {
      doc: "Where the power comes from: national code 1 to 6.",
      columns: ["POWER_SOURCE", "权力来源"],
      holds: "CODE",
    },
    useLevel: { doc: "Level: 1 national to 6 village.", columns: ["USE_LEVEL", "行使层级"], holds: "CODE" },
    serverType: {
      doc: "Whom it serves: national codes, separated by comma or ^.",
      columns: ["SERVER_TYPE", "服务对象"],
      holds: "CODE",
    },
    projectType: {
      doc: "1 handled on the spot, 2 within a promised time.",
      columns: ["PROJECT_TYPE", "办件类型"],
      holds: "CODE",
    },
    anticipateDay: { doc: "Limit of the law.", columns: ["ANTICIPATE_DAY", "法定办结时限"], holds: "CODE" },
    anticipateType: { doc: "Unit of it.", columns: ["ANTICIPATE_TYPE", "法定办结时限单位"], holds: "CODE" },
    promiseDay: { doc: "Promised limit.", columns: ["PROMISE_DAY", "承诺办结时限"], holds: "CODE" },
    promiseType: { doc: "Unit of it.", columns: ["PROMISE_TYPE", "承诺办结时限单位"], holds: "CODE" },
    limitSceneNum: { doc: "Visits needed.", columns: ["LIMIT_SCENE_NUM", "到办事现场次数"], holds: "CODE" },
    limitSceneExplain: { doc: "Why a visit is needed.", columns: ["LIMIT_SCENE_EXPLAIN", "必须现场办理原因"] },
    acceptCondition: { doc: "When an application is accepted.", columns: ["ACCEPT_CONDITION", "受理条件"] },
    isFee: { doc: "Whether there is a fee.", columns: ["IS_FEE", "是否收费"], holds: "CODE" },
    isOnline: { doc: "Whether it can be handled online.", columns: ["IS_ONLINE", "是否网办"], holds: "CODE" },
    onlineDepth: {
      doc: "What can be done online: national codes 1 to 9, separated by comma or ^.",
      columns: ["ONLINE_HANDLE_DEPTH", "网上办理深度"],
      holds: "CODE",
    },
    handleArea: {
      doc: "Area within which any window handles it: 1 nation to 6 village.",
      columns: ["HANDLE_AREA", "通办范围"],
      holds: "CODE",
    },
    userTopicType: {
      doc: "Themes for persons, in words.",
      columns: ["USER_TOPIC_TYPE", "面向自然人主题", "面向自然人事项主题分类"],
    },
    corpTopicType: {
      doc: "Themes for bodies, in words.",
      columns: ["CORP_TOPIC_TYPE", "面向法人主题", "面向法人事项主题分类"],
    },
    limitExplain: { doc: "Limit of numbers.", columns: ["LIMIT_EXPLAIN", "数量限制"] },
    linkAddr: {
      doc: "Web address where one applies.",
      columns: ["LINK_ADDR", "网上办理地址", "在线办理地址"],
      holds: "CODE",
    },
    mobileTerminalUrl: {
      doc: "Web address for telephones.",
      columns: ["MOBILE_TERMINAL_URL", "移动端办理地址"],
      holds: "CODE",
    },
    isSingleLogin: {
      doc: "Whether the portal's sign-in is enough.",
      columns: ["IS_SINGLE_LOGIN", "是否单点登录"],
      holds: "CODE",
    },
    isEntryCenter: {
      doc: "Whether it is at a window of a hall.",
      columns: ["IS_ENTRY_CENTER", "是否进驻政务大厅"],
      holds: "CODE",
    },
    transactAddr: { doc: "Where.", columns: ["TRANSACT_ADDR", "办理地点"], holds: "CONTACT" },
    transactTime: { doc: "When.", columns: ["TRANSACT_TIME", "办理时间"] },
    isSchedule: {
      doc: "Whether one can make an appointment.",
      columns: ["IS_SCHEDULE", "是否支持预约办理"],
      holds: "CODE",
    },
    isExpress: { doc: "Whether it can be done by post.", columns: ["IS_EXPRESS", "是否支持物流快递"], holds: "CODE" },
    isPayOnline: { doc: "Whether one can pay online.", columns: ["IS_PAY_ONLINE", "是否支持网上支付"], holds: "CODE" },
    isServiceTerminals: {
      doc: "Whether a self-service terminal does it.",
      columns: ["IS_SERVICE_TERMINALS", "是否支持自助终端办理"],
      holds: "CODE",
    },
    resultName: { doc: "What comes out.", columns: ["RESULT_NAME", "审批结果名称"] },
    linkWay: { doc: "Telephone for questions.", columns: ["LINK_WAY", "咨询电话", "咨询方式"], holds: "CONTACT" },
    superviseWay: {
      doc: "Telephone for complaints.",
      columns: ["SUPERVISE_WAY", "投诉电话", "监督投诉方式"],
      holds: "CONTACT",
    },
  },
  keyOf: ({ taskCode }) => taskCode?.toUpperCase(),
  accept: (row, context) => acceptRow(row, context),
  resolve: resolveItems,
  write: writeItems,
};

const acceptRow = (row: MappedRow, { source }: ImportContext): MatterItem => {
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
    ...(classified.scheme === "HANDLE_ITEM" ? { taskHandleItem: classified.code } : {}),
    localTaskCode: classified.code,
    catalogCode: row["catalogCode"] === undefined ? classified.catalogCode : foldCode(row["catalogCode"]),
    taskName: row["taskName"],
    taskType,
    taskState: acceptedState(row["taskState"]),
    useLevel: USE_LEVELS.valueOf(row["useLevel"]),
    serverTypes: entriesOf(row["serverType"]).flatMap((code) => SERVER_TYPES.valueOf(code) ?? []),
    projectType: PROJECT_TYPES.valueOf(row["projectType"]),
    visits: wholeNumber(row["limitSceneNum"]),
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
      limitSceneExplain: row["limitSceneExplain"],
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

/** Asks reference which divisions exist, and which organisations the codes stand for. */
async function resolveItems(
  items: readonly MatterItem[],
  { call, source }: ImportContext,
): Promise<(MatterItem | Error)[]> {
  const known = new Set(
    await call<string[]>("reference", "knownDivisions", [...new Set(items.map(({ divisionCode }) => divisionCode))]),
  );
  const accepted = items.filter(({ divisionCode }) => known.has(divisionCode));
  const registrations = new Map(
    accepted.map(({ deptCode, deptName, divisionCode }) => [
      deptCode,
      { code: deptCode, name: deptName, divisionCode, source },
    ]),
  );
  const organizations = await call<{ id: string; uscc?: string }[]>("reference", "registerOrganizations", [
    ...registrations.values(),
  ]);
  const byCode = new Map([...registrations.keys()].map((code, index) => [code, organizations[index]!]));
  return items.map((item) => {
    if (!known.has(item.divisionCode))
      return new RowRefused("division", "DIVISION_UNKNOWN", "Use a division of the national table (GB/T 2260).");
    const dept = byCode.get(item.deptCode)!;
    return { ...item, deptId: dept.id, deptUscc: dept.uscc };
  });
}

/** Inserts new matters; a changed one becomes a new version and its old one is closed; an equal one is left alone. */
async function writeItems(
  trx: Knex.Transaction,
  items: readonly MatterItem[],
  { today }: ImportContext,
): Promise<{ accepted: number; unchanged: number }> {
  // One row per matter: the last of equal rows of a file.
  const rows = [...new Map(items.map((item) => [item.id, toRow(item)])).values()];
  const { rows: written } = (await trx.raw(
    `with source as (
       select * from jsonb_to_recordset(?::jsonb) as r(id text, task_code text, task_handle_item text, local_task_code text, catalog_code text,
         task_name text, task_type text, task_state text, dept_id text, dept_uscc text, division_code text, use_level text, server_types text[],
         project_type text, visits int, is_fee boolean, is_online boolean, themes text[], content jsonb, content_hash text, words text, pairs text)),
     written as (
       insert into service_matters (id, task_code, task_handle_item, local_task_code, catalog_code, task_name, task_type, task_state, status,
         version, dept_id, dept_uscc, division_code, use_level, server_types, project_type, visits, is_fee, is_online, themes, legal_basis_ids,
         content, content_hash, search)
       select id, task_code, task_handle_item, local_task_code, catalog_code, task_name, task_type, task_state, ?, 1, dept_id, dept_uscc,
         division_code, use_level, coalesce(server_types, '{}'), project_type, visits, is_fee, is_online, coalesce(themes, '{}'), '{}', content, content_hash,
         setweight(to_tsvector('simple', words), 'A') || setweight(to_tsvector('simple', pairs), 'C')
       from source
       on conflict (id) do update set
         task_name = excluded.task_name, task_type = excluded.task_type, task_state = excluded.task_state, catalog_code = excluded.catalog_code,
         dept_id = excluded.dept_id, dept_uscc = excluded.dept_uscc, division_code = excluded.division_code, use_level = excluded.use_level,
         server_types = excluded.server_types, project_type = excluded.project_type, visits = excluded.visits, is_fee = excluded.is_fee,
         is_online = excluded.is_online, themes = excluded.themes, content = excluded.content, content_hash = excluded.content_hash, search = excluded.search,
         version = service_matters.version + 1
       where service_matters.content_hash <> excluded.content_hash
       returning id, version, task_name, status, content),
     closed as (
       update service_matter_versions v set valid_to = ?::date - 1 from written w
       where v.matter_id = w.id and v.valid_to is null and v.version < w.version)
     insert into service_matter_versions (matter_id, version, task_name, status, valid_from, content)
     select id, version, task_name, status, ?::date, content from written returning matter_id`,
    [JSON.stringify(rows), EditorialStatus.PUBLISHED, today, today],
  )) as { rows: unknown[] };
  return { accepted: written.length, unchanged: items.length - written.length };
}

const toRow = (item: MatterItem): Record<string, unknown> => {
  const { words, pairs } = searchTerms(item.taskName);
  return {
    id: item.id,
    task_code: item.taskCode,
    task_handle_item: item.taskHandleItem,
    local_task_code: item.localTaskCode,
    catalog_code: item.catalogCode,
    task_name: item.taskName,
    task_type: item.taskType,
    task_state: item.taskState,
    dept_id: item.deptId,
    dept_uscc: item.deptUscc,
    division_code: item.divisionCode,
    use_level: item.useLevel,
    server_types: item.serverTypes,
    project_type: item.projectType,
    visits: item.visits,
    is_fee: item.isFee,
    is_online: item.isOnline,
    themes: item.themes,
    content: STORED_MATTER.write(item.content),
    content_hash: createHash("sha256").update(JSON.stringify(item)).digest("hex"),
    words,
    pairs,
  };
};
