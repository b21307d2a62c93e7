/** The publishing gate: named rules that find contradictions in a matter's data, as a public checker of matters does (docs/reference/sources.md#data-models). Pure. */
import type { Language, Text } from "../../../platform/disclosure/vocabulary/index.js";
import { LimitUnit } from "../../../platform/graphql/limit-unit.js";
import type { TimeLimit } from "../../../platform/graphql/time-limit.type.js";
import { OnlineDepth } from "./competence.enums.js";
import { MaterialSource } from "./material.enums.js";
import { HandlingType, Severity, TaskType } from "./matter.enums.js";
import type { QualityIssue, ServiceMatter } from "./matter.js";

interface Rule {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Text;
  readonly broken: (matter: ServiceMatter) => boolean;
}

const AREA_CODE = /^0\d{2,3}-?\d{7,8}$/;
const STEPS = ["受理", "审核", "审批", "办结", "送达"];

const FULL_DEPTH = [OnlineDepth.RECEIPT, OnlineDepth.ACCEPTANCE, OnlineDepth.HANDLING, OnlineDepth.RESULT];

const DAYS: Readonly<Record<LimitUnit, number>> = {
  [LimitUnit.IMMEDIATE]: 0,
  [LimitUnit.HOUR]: 1 / 24,
  [LimitUnit.MONTH]: 30,
  [LimitUnit.NATURAL_DAY]: 1,
  [LimitUnit.WORKING_DAY]: 1,
};

const inDays = ({ amount, unit }: TimeLimit): number => amount * DAYS[unit];

const error = (rule: string, message: Text, broken: Rule["broken"]): Rule => ({
  rule,
  severity: Severity.ERROR,
  message,
  broken,
});
const warning = (rule: string, message: Text, broken: Rule["broken"]): Rule => ({
  rule,
  severity: Severity.WARNING,
  message,
  broken,
});

/** All rules, in the order in which they are reported. */
export const QUALITY_RULES: readonly Rule[] = [
  error(
    "PROMISE_EXCEEDS_STATUTORY",
    { en: "The promised limit is longer than the limit of the law.", zh: "承诺办结时限长于法定办结时限。" },
    ({ promised, statutory }) =>
      promised !== undefined &&
      statutory !== undefined &&
      promised.unit === statutory.unit &&
      promised.amount > statutory.amount,
  ),
  error(
    "IMMEDIATE_NEEDS_IMMEDIATE_PROMISE",
    {
      en: "A matter handled on the spot promises no other time, and the other way round.",
      zh: "即办件的承诺时限应为即时，非即办件不应为即时。",
    },
    ({ handlingType, promised }) =>
      handlingType !== undefined &&
      promised !== undefined &&
      (handlingType === HandlingType.IMMEDIATE) !== (inDays(promised) === 0),
  ),
  error(
    "VISIT_NEEDS_REASON",
    { en: "A visit is asked for and no reason is given.", zh: "需到现场办理但未说明原因。" },
    ({ visits, visitReason }) => (visits ?? 0) > 0 && visitReason === undefined,
  ),
  error(
    "NO_VISIT_HAS_REASON",
    { en: "No visit is asked for and a reason for one is given.", zh: "无需到现场办理却填写了现场办理原因。" },
    ({ visits, visitReason }) => visits === 0 && visitReason !== undefined,
  ),
  error(
    "NO_VISIT_NEEDS_POST",
    {
      en: "No visit, not online and not by post: nobody can apply.",
      zh: "无需到现场、不能网办、也不能邮寄，无法申请。",
    },
    ({ visits, isOnline, channels }) => visits === 0 && isOnline === false && channels?.express !== true,
  ),
  error(
    "FULLY_ONLINE_NEEDS_NO_VISIT",
    { en: "All is done online, and a visit is asked for.", zh: "全程网办却要求到现场。" },
    ({ onlineDepth, visits }) => FULL_DEPTH.every((step) => onlineDepth.includes(step)) && (visits ?? 0) > 0,
  ),
  warning(
    "LINK_IS_NO_WEB_ADDRESS",
    { en: "An address of the matter is no web address and is not shown.", zh: "事项填写的地址不是网址，不予展示。" },
    ({ channels, allMaterials }) =>
      [
        channels?.webAddress,
        channels?.mobileAddress,
        ...allMaterials.flatMap(({ blankFormAddress, sampleAddress }) => [blankFormAddress, sampleAddress]),
      ].some((address) => address !== undefined && !/^https?:\/\//i.test(address)),
  ),
  error(
    "FEE_NEEDS_BASIS",
    { en: "A fee needs its item, standard and legal basis.", zh: "收费须列明项目、标准和依据。" },
    ({ isFee, fees }) =>
      isFee === true &&
      (fees.length === 0 || fees.some((fee) => fee.legalBasisId === undefined || fee.standard === undefined)),
  ),
  error(
    "FEE_NEEDS_PAYMENT_CHANNEL",
    { en: "A fee needs a statement on online payment.", zh: "收费须说明是否支持网上支付。" },
    ({ isFee, channels }) => isFee === true && channels?.payOnline === undefined,
  ),
  error(
    "NO_FEE_HAS_PAYMENT",
    { en: "There is no fee and online payment is offered.", zh: "不收费却支持网上支付。" },
    ({ isFee, channels }) => isFee === false && channels?.payOnline === true,
  ),
  error(
    "PHONES_EQUAL",
    { en: "The telephones for questions and for complaints are the same.", zh: "咨询电话与监督投诉电话相同。" },
    ({ consultPhone, complaintPhone }) => consultPhone !== undefined && consultPhone === complaintPhone,
  ),
  warning(
    "PHONE_NEEDS_AREA_CODE",
    { en: "A telephone number lacks its area code.", zh: "电话号码缺少区号。" },
    ({ consultPhone, complaintPhone }) =>
      [consultPhone, complaintPhone].some((phone) => phone !== undefined && !AREA_CODE.test(phone)),
  ),
  warning(
    "LICENCE_NEEDS_FAQ",
    { en: "A licence needs at least one answered question.", zh: "行政许可事项至少应有一条常见问题解答。" },
    ({ taskType, faqs }) => taskType === TaskType.LICENSING_01 && faqs.length === 0,
  ),
  warning(
    "LICENCE_NEEDS_STEPS",
    {
      en: "A licence needs the steps of acceptance, examination, approval, completion and delivery.",
      zh: "行政许可事项应包含受理、审核、审批、办结、送达环节。",
    },
    ({ taskType, steps }) =>
      taskType === TaskType.LICENSING_01 && !STEPS.every((name) => steps.some((step) => step.name === name)),
  ),
  warning(
    "RESULT_NEEDS_SAMPLE",
    { en: "A result needs a sample.", zh: "办理结果应有样本。" },
    ({ result }) => result?.name !== undefined && result.hasSample !== true,
  ),
  warning(
    "GOVERNMENT_MATERIAL_NEEDS_LICENCE_TYPE",
    {
      en: "A material that a department issues must name the type of licence.",
      zh: "政府部门核发的材料须注明证照类型。",
    },
    ({ allMaterials }) =>
      allMaterials.some(({ source, licenceType }) => source === MaterialSource.GOVERNMENT && licenceType === undefined),
  ),
  warning(
    "TASK_CODE_MISSING",
    { en: "The matter has no national implementation code.", zh: "事项缺少国家统一的实施清单编码。" },
    ({ taskCode, handlingItemCode }) => taskCode === undefined && handlingItemCode === undefined,
  ),
  warning(
    "DEPT_IDENTIFIER_LOCAL",
    {
      en: "The agency is known by a code of a local system alone.",
      zh: "实施机关只有地方系统编码，没有统一社会信用代码。",
    },
    ({ deptUscc, deptId }) => deptUscc === undefined && deptId.startsWith("CN-LOCAL-"),
  ),
  warning(
    "LIMITS_MISSING",
    { en: "The statutory or the promised limit is missing.", zh: "缺少法定办结时限或承诺办结时限。" },
    ({ statutory, promised }) => statutory === undefined || promised === undefined,
  ),
];

/** Names of the rules of this severity that a matter breaks. */
export const brokenRules = (matter: ServiceMatter, of: Severity): string[] =>
  QUALITY_RULES.filter(({ severity, broken }) => severity === of && broken(matter)).map(({ rule }) => rule);

/** Findings on a matter, in the reader's language. */
export const qualityIssues = (matter: ServiceMatter, language: Language): QualityIssue[] =>
  QUALITY_RULES.filter(({ broken }) => broken(matter)).map(({ rule, severity, message }) => ({
    rule,
    severity,
    message: message[language],
  }));
