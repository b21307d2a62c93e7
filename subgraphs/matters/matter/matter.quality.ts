/** The publishing gate: named rules that find contradictions in a matter's data, as a public checker of matters does (docs/reference/sources.md#data-models). Pure. */
import { LimitUnit, type TimeLimit } from "../../../platform/graphql/index.js";
import { OnlineDepth } from "./competence.enums.js";
import { MaterialSource } from "./material.enums.js";
import { HandlingType, Severity, TaskType } from "./matter.enums.js";
import type { QualityIssue, ServiceMatter } from "./matter.js";

interface Rule {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly broken: (matter: ServiceMatter) => boolean;
}

const AREA_CODE = /^0\d{2,3}-?\d{7,8}$/;
const STEPS = ["受理", "审核", "审批", "办结", "送达"];

const FULL_DEPTH = [OnlineDepth.RECEIPT, OnlineDepth.ACCEPTANCE, OnlineDepth.HANDLING, OnlineDepth.RESULT];

const inDays = (limit: TimeLimit): number =>
  limit.unit === LimitUnit.IMMEDIATE ? 0 : limit.unit === LimitUnit.HOUR ? limit.amount / 24 : limit.amount;

const error = (rule: string, message: string, broken: Rule["broken"]): Rule => ({
  rule,
  severity: Severity.ERROR,
  message,
  broken,
});
const warning = (rule: string, message: string, broken: Rule["broken"]): Rule => ({
  rule,
  severity: Severity.WARNING,
  message,
  broken,
});

/** All rules, in the order in which they are reported. */
export const QUALITY_RULES: readonly Rule[] = [
  error(
    "PROMISE_EXCEEDS_STATUTORY",
    "The promised limit is longer than the limit of the law.",
    ({ promised, statutory }) =>
      promised !== undefined &&
      statutory !== undefined &&
      promised.unit === statutory.unit &&
      promised.amount > statutory.amount,
  ),
  error(
    "IMMEDIATE_NEEDS_IMMEDIATE_PROMISE",
    "A matter handled on the spot promises no other time, and the other way round.",
    ({ handlingType, promised }) =>
      handlingType !== undefined &&
      promised !== undefined &&
      (handlingType === HandlingType.IMMEDIATE) !== (inDays(promised) === 0),
  ),
  error(
    "VISIT_NEEDS_REASON",
    "A visit is asked for and no reason is given.",
    ({ visits, visitReason }) => (visits ?? 0) > 0 && visitReason === undefined,
  ),
  error(
    "NO_VISIT_HAS_REASON",
    "No visit is asked for and a reason for one is given.",
    ({ visits, visitReason }) => visits === 0 && visitReason !== undefined,
  ),
  error(
    "NO_VISIT_NEEDS_POST",
    "No visit, not online and not by post: nobody can apply.",
    ({ visits, isOnline, channels }) => visits === 0 && isOnline === false && channels?.express !== true,
  ),
  error(
    "FULLY_ONLINE_NEEDS_NO_VISIT",
    "All is done online, and a visit is asked for.",
    ({ onlineDepth, visits }) => FULL_DEPTH.every((step) => onlineDepth.includes(step)) && (visits ?? 0) > 0,
  ),
  warning(
    "LINK_IS_NO_WEB_ADDRESS",
    "An address of the matter is no web address and is not shown.",
    ({ channels, allMaterials }) =>
      [
        channels?.webAddress,
        channels?.mobileAddress,
        ...allMaterials.flatMap(({ blankFormAddress, sampleAddress }) => [blankFormAddress, sampleAddress]),
      ].some((address) => address !== undefined && !/^https?:\/\//i.test(address)),
  ),
  error(
    "FEE_NEEDS_BASIS",
    "A fee needs its item, standard and legal basis.",
    ({ isFee, fees }) =>
      isFee === true &&
      (fees.length === 0 || fees.some((fee) => fee.legalBasisId === undefined || fee.standard === undefined)),
  ),
  error(
    "FEE_NEEDS_PAYMENT_CHANNEL",
    "A fee needs a statement on online payment.",
    ({ isFee, channels }) => isFee === true && channels?.payOnline === undefined,
  ),
  error(
    "NO_FEE_HAS_PAYMENT",
    "There is no fee and online payment is offered.",
    ({ isFee, channels }) => isFee === false && channels?.payOnline === true,
  ),
  error(
    "PHONES_EQUAL",
    "The telephones for questions and for complaints are the same.",
    ({ consultPhone, complaintPhone }) => consultPhone !== undefined && consultPhone === complaintPhone,
  ),
  warning("PHONE_NEEDS_AREA_CODE", "A telephone number lacks its area code.", ({ consultPhone, complaintPhone }) =>
    [consultPhone, complaintPhone].some((phone) => phone !== undefined && !AREA_CODE.test(phone)),
  ),
  warning(
    "LICENCE_NEEDS_FAQ",
    "A licence needs at least one answered question.",
    ({ taskType, faqs }) => taskType === TaskType.LICENSING_01 && faqs.length === 0,
  ),
  warning(
    "LICENCE_NEEDS_STEPS",
    "A licence needs the steps 受理, 审核, 审批, 办结, 送达.",
    ({ taskType, steps }) =>
      taskType === TaskType.LICENSING_01 && !STEPS.every((name) => steps.some((step) => step.name === name)),
  ),
  warning(
    "RESULT_NEEDS_SAMPLE",
    "A result needs a sample.",
    ({ result }) => result?.name !== undefined && result.hasSample !== true,
  ),
  warning(
    "GOVERNMENT_MATERIAL_NEEDS_LICENCE_TYPE",
    "A material that a department issues must name the type of licence.",
    ({ allMaterials }) =>
      allMaterials.some(({ source, licenceType }) => source === MaterialSource.GOVERNMENT && licenceType === undefined),
  ),
  warning(
    "TASK_CODE_MISSING",
    "The matter has no national implementation code.",
    ({ taskCode }) => taskCode === undefined,
  ),
  warning(
    "DEPT_IDENTIFIER_LOCAL",
    "The agency is known by a code of a local system alone.",
    ({ deptUscc, deptId }) => deptUscc === undefined && deptId.startsWith("CN-LOCAL-"),
  ),
  warning(
    "LIMITS_MISSING",
    "The statutory or the promised limit is missing.",
    ({ statutory, promised }) => statutory === undefined || promised === undefined,
  ),
];

/** Findings on a matter. */
export const qualityIssues = (matter: ServiceMatter): QualityIssue[] =>
  QUALITY_RULES.filter(({ broken }) => broken(matter)).map(({ rule, severity, message }) => ({
    rule,
    severity,
    message,
  }));
