/** Columns of an export of matters: what each holds, and the names by which it is found. */
import type { ImportField } from "../../../platform/import/index.js";

/** Fields of a row. */
export const MATTER_FIELDS = {
  taskName: { doc: "Name of the matter.", columns: ["TASK_NAME", "事项名称"], required: true },
  taskCode: {
    doc: "Implementation code (31), handling item (33) or local code (at most 128 characters).",
    columns: [
      "TASK_CODE",
      "LOCAL_TASK_CODE",
      "TASK_HANDLE_ITEM",
      "事项编码",
      "实施编码",
      "实施清单编码",
      "地方实施编码",
      "业务办理项编码",
    ],
    required: true,
    holds: "CODE",
  },
  handlingItem: {
    doc: "Handling item (33) under the implementation code beside it; several under one are several matters.",
    columns: ["TASK_HANDLE_ITEM", "业务办理项编码"],
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
    columns: [
      "DEPT_CODE",
      "实施主体编码",
      "实施主体机构代码",
      "实施主体代码",
      "实施机构编码",
      "实施主体统一社会信用代码",
    ],
    required: true,
    holds: "BODY_CODE",
  },
  deptName: {
    doc: "Name of the implementing body.",
    columns: ["DEPT_NAME", "实施主体名称", "实施主体", "实施机构", "实施机构名称"],
  },
  division: {
    doc: "Division code of 6 or 12 digits.",
    columns: ["AREA_CODE", "DIVISION_CODE", "REGNCODE", "行政区划", "行政区划代码", "区划代码", "区域代码"],
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
  handlingType: {
    doc: "1 handled on the spot, 2 within a promised time.",
    columns: ["PROJECT_TYPE", "办件类型"],
    holds: "CODE",
  },
  anticipateDay: {
    doc: "Limit of the law: a whole number, or with its unit, such as 20个工作日, 3个月, 即办.",
    columns: ["ANTICIPATE_DAY", "法定办结时限"],
    holds: "CODE",
    unitTo: "anticipateType",
  },
  anticipateType: { doc: "Unit of it.", columns: ["ANTICIPATE_TYPE", "法定办结时限单位"], holds: "CODE" },
  promiseDay: {
    doc: "Promised limit, in the same way.",
    columns: ["PROMISE_DAY", "承诺办结时限"],
    holds: "CODE",
    unitTo: "promiseType",
  },
  promiseType: { doc: "Unit of it.", columns: ["PROMISE_TYPE", "承诺办结时限单位"], holds: "CODE" },
  visits: { doc: "Visits needed.", columns: ["LIMIT_SCENE_NUM", "到办事现场次数"], holds: "CODE" },
  visitReason: {
    doc: "Why a visit is needed.",
    columns: ["LIMIT_SCENE_EXPLAIN", "必须现场办理原因", "必须现场办理原因说明"],
  },
  acceptCondition: { doc: "When an application is accepted.", columns: ["ACCEPT_CONDITION", "受理条件"] },
  isFee: { doc: "Whether there is a fee.", columns: ["IS_FEE", "是否收费"], holds: "CODE" },
  isOnline: {
    doc: "Whether it can be handled online.",
    columns: ["IS_ONLINE", "是否网办", "是否网上办理"],
    holds: "CODE",
  },
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
    columns: ["LINK_ADDR", "ONLINE_HANDLE_URL", "网上办理地址", "在线办理地址", "计算机端在线办理跳转地址", "网办地址"],
    holds: "CODE",
  },
  mobileTerminalUrl: {
    doc: "Web address for telephones.",
    columns: ["MOBILE_TERMINAL_URL", "移动端办理地址"],
    holds: "CODE",
  },
  isSingleLogin: {
    doc: "Whether the portal's sign-in is enough.",
    columns: ["IS_SINGLE_LOGIN", "是否单点登录", "计算机端是否对接单点登录"],
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
  linkWay: {
    doc: "Telephone for questions.",
    columns: ["LINK_WAY", "CONSULT_PHONE", "咨询电话", "咨询方式", "咨询电话号码"],
    holds: "CONTACT",
  },
  superviseWay: {
    doc: "Telephone for complaints.",
    columns: ["SUPERVISE_WAY", "COMPLAIN_PHONE", "投诉电话", "监督投诉方式", "投诉电话号码", "监督投诉电话"],
    holds: "CONTACT",
  },
} as const satisfies Readonly<Record<string, ImportField>>;
