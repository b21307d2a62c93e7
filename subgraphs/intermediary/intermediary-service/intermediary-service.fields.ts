/** Fields of a list of intermediary services, with the names of their columns (中介服务事项清单). */
import type { ImportKind } from "../../../platform/import/index.js";

/** Fields of a service. */
export const SERVICE_FIELDS: ImportKind["fields"] = {
  code: {
    doc: "Code of the service on its list. Lists without codes are known by the name of the service in its division, which is told (CODE_OF_NAME).",
    columns: ["ITEM_CODE", "事项编码", "中介服务事项编码", "中介服务编码"],
    holds: "CODE",
  },
  name: {
    doc: "Name of the service.",
    columns: ["ITEM_NAME", "中介服务事项名称", "中介服务名称", "中介服务事项", "服务项目"],
    required: true,
  },
  matters: {
    several: true,
    doc: "Matters that may require it, by name; kept as text, since names are never joined. Without codes beside them, a notice.",
    columns: [
      "涉及的审批事项",
      "涉及审批事项",
      "审批事项名称",
      "涉及的审批事项项目名称",
      "涉及的审批事项名称",
      "涉及的行政审批事项",
      "对应审批事项",
      "对应审批",
    ],
  },
  matterCodes: {
    several: true,
    doc: "Matters that may require it, by implementation, handling item, local or catalogue code; the last two are looked for in the division of the list. Published ones are linked; a code that none has is a notice, and is linked when the file is loaded again.",
    columns: ["涉及的审批事项编码", "涉及审批事项编码", "审批事项编码", "TASK_CODE"],
    holds: "CODE",
  },
  dept: { doc: "Name of the approving department.", columns: ["DEPT_NAME", "审批部门", "审批部门名称"] },
  deptCode: {
    doc: "Code of the approving department.",
    columns: ["DEPT_CODE", "审批部门编码", "审批部门代码"],
    holds: "BODY_CODE",
  },
  division: {
    doc: "Division whose list it is, 6 or 12 digits.",
    columns: ["AREA_CODE", "DIVISION_CODE", "行政区划", "行政区划代码"],
    holds: "CODE",
  },
  legalBasis: {
    several: true,
    example: "《某法》第十条",
    doc: "Laws that require it, each as 《law》第…条; at least one law, regulation, decision of the State Council or ministry rule.",
    columns: ["BY_LAW", "设定依据", "设立依据", "中介服务设定依据", "设定中介服务事项的依据", "法律依据"],
    required: true,
  },
  timeLimit: { example: "15个工作日", doc: "Time it takes, such as 15个工作日.", columns: ["服务时限", "办理时限"] },
  feeNature: {
    words: ["政府定价", "政府指导价", "市场调节价"],
    doc: "How the price is set: 政府定价, 政府指导价 or 市场调节价.",
    columns: ["FEE_NATURE", "收费性质", "定价方式", "定价形式", "价格形式"],
    required: true,
  },
  feeBasis: { doc: "On what a government price rests.", columns: ["FEE_BASIS", "收费依据"] },
  feeStandard: { doc: "Price.", columns: ["FEE_STAND", "收费标准"] },
  commissionedBy: {
    words: ["申请人", "审批部门"],
    doc: "Who commissions it: 申请人 or 审批部门. Default: 申请人.",
    columns: ["委托方", "委托主体"],
  },
  payer: {
    words: ["申请人", "审批部门"],
    doc: "Who pays; the same as who commissions (N1).",
    columns: ["付费方", "付费主体", "费用承担主体"],
  },
  resultName: { doc: "What comes out.", columns: ["成果名称", "服务成果"] },
  resultValidity: { doc: "How long the result may be used, in words.", columns: ["成果有效期", "成果时效"] },
  qualification: {
    several: true,
    doc: "What an intermediary must be qualified in.",
    columns: ["机构资质要求", "中介机构资质要求"],
  },
  selfService: {
    answers: true,
    words: ["是", "否"],
    doc: "Whether the applicant may do it.",
    columns: ["申请人可自行编制", "可否自行编制"],
    holds: "CODE",
  },
  listState: {
    assumed: "保留",
    words: ["保留", "清理取消", "转为政府委托", "合并"],
    doc: "State on the list: 保留, 清理取消, 转为政府委托 or 合并.",
    columns: ["LIST_STATE", "清单状态", "处理决定"],
    holds: "CODE",
  },
  removalDocument: {
    doc: "Document by which it was cleared away, merged or turned over.",
    columns: ["清理规范文件", "清理依据", "处理决定文件"],
  },
};
