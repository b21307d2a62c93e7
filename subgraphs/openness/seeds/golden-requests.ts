/** Requests for information with a known course, to the agency of officer-1: each clock of L09 to L11 is in one of them. */
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { DisclosureOutcome } from "../disclosure-request/disclosure-outcome.js";
import { ApplicantKind, DisclosureForm, ThirdPartyOpinion } from "../disclosure-request/disclosure-request.enums.js";
import { DisclosureState } from "../disclosure-request/disclosure-request.machine.js";
import type { PlannedApplicant, PlannedRequest } from "./planned-request.js";

/** The firm of agent-1. */
const FIRM: PlannedApplicant = {
  ...{ subject: "91990101MA9000011P", kind: ApplicantKind.ENTERPRISE },
  ...{ name: "申请单位（演示）", contact: "延吉市河南街道演示路11号" },
};

const { RECEIVED, CORRECTION_ASKED, REGISTERED, CONSULTING, ANSWERED, ABANDONED, WITHDRAWN } = DisclosureState;
const { CONSENTS, OBJECTS, NO_ANSWER } = ThirdPartyOpinion;

/** Who asks, by the order of the world's persons. */
const applicants = ({ persons }: DemonstrationWorld): readonly PlannedApplicant[] =>
  persons.slice(0, 3).map(({ hash, name, phone }) => ({
    ...{ subject: hash, kind: ApplicantKind.NATURAL_PERSON, name, contact: phone },
  }));

type Course = Omit<PlannedRequest, "requestNo" | "agency">;

/** Requests that are in hand on the day of the demonstration. */
const open = ([first, second]: readonly PlannedApplicant[]): readonly Course[] => [
  { applicant: first!, state: RECEIVED, receivedOn: "2026-09-21", description: "本市食品小作坊登记数量统计表。" },
  {
    ...{ applicant: FIRM, state: CORRECTION_ASKED, receivedOn: "2026-09-10", description: "有关检查的全部材料。" },
    correction: ["2026-09-15", "2026-10-09"],
  },
  {
    ...{ applicant: second!, state: REGISTERED, receivedOn: "2026-08-31", description: "集中式餐饮单位抽检结果。" },
    correction: ["2026-09-03", "2026-09-18", "2026-09-09"],
  },
  {
    ...{ applicant: first!, state: CONSULTING, receivedOn: "2026-08-24", description: "某企业整改报告。" },
    thirdParties: [["被检查企业（演示）", "2026-09-14"]],
  },
  {
    ...{ applicant: second!, state: RECEIVED, receivedOn: "2026-08-10", extendedOn: "2026-09-02" },
    ...{ description: "2020年以来的监督检查计划。", formWanted: DisclosureForm.PAPER },
  },
  { applicant: first!, state: RECEIVED, receivedOn: "2026-08-03", description: "投诉举报受理数量。" },
];

/** Requests that ended. */
const ended = ([first, second, third]: readonly PlannedApplicant[], indexNo: string): readonly Course[] => [
  {
    ...{ applicant: first!, state: ANSWERED, receivedOn: "2026-02-10", endedOn: "2026-03-16", indexNo },
    ...{ description: "食品小作坊登记管理办法全文。", outcome: DisclosureOutcome.ALREADY_PUBLIC },
  },
  {
    ...{ applicant: second!, state: ANSWERED, receivedOn: "2026-02-10", endedOn: "2026-03-17", indexNo },
    ...{ description: "食品小作坊登记条件。", outcome: DisclosureOutcome.DISCLOSED },
  },
  {
    ...{ applicant: FIRM, state: ANSWERED, receivedOn: "2026-02-10", endedOn: "2026-03-25" },
    ...{ description: "同业企业的备案材料。", outcome: DisclosureOutcome.THIRD_PARTY_RIGHTS },
    ...{ thirdParties: [["备案企业（演示）", "2026-02-25", "2026-03-04", OBJECTS]], reasons: "涉及第三方商业秘密。" },
  },
  {
    ...{
      applicant: third!,
      state: ANSWERED,
      receivedOn: "2026-02-10",
      extendedOn: "2026-03-10",
      endedOn: "2026-04-14",
    },
    ...{
      description: "检查档案。",
      outcome: DisclosureOutcome.PARTLY_DISCLOSED,
      indexNo,
      reasons: "其余属于行政执法案卷。",
    },
  },
  {
    ...{ applicant: second!, state: ABANDONED, receivedOn: "2026-04-07", endedOn: "2026-04-27" },
    ...{ description: "全部文件。", correction: ["2026-04-10", "2026-04-24"] },
  },
  { applicant: first!, state: WITHDRAWN, receivedOn: "2026-05-06", endedOn: "2026-05-08", description: "收费目录。" },
  {
    ...{ applicant: third!, state: ANSWERED, receivedOn: "2026-06-01", endedOn: "2026-06-29" },
    ...{ description: "相关情况。", correction: ["2026-06-03", "2026-06-18", "2026-06-15"] },
    ...{ outcome: DisclosureOutcome.STILL_UNCLEAR, reasons: "补正后仍无法确定所指信息。" },
  },
  {
    ...{ applicant: FIRM, state: ANSWERED, receivedOn: "2026-04-20", endedOn: "2026-06-10", indexNo },
    ...{ description: "合作协议。", outcome: DisclosureOutcome.DISCLOSED },
    thirdParties: [
      ["协议一方（演示）", "2026-04-27", "2026-05-12", CONSENTS],
      ["协议另一方（演示）", "2026-05-12", "2026-06-03", NO_ANSWER],
    ],
  },
  {
    ...{ applicant: first!, state: ANSWERED, receivedOn: "2025-12-22", endedOn: "2026-01-15" },
    ...{
      description: "下一年度工作计划草案。",
      outcome: DisclosureOutcome.PROCESS_INFORMATION,
      reasons: "尚在研究之中。",
    },
  },
  {
    ...{ applicant: second!, state: ABANDONED, receivedOn: "2025-12-29", endedOn: "2026-01-19" },
    ...{ description: "全部信息。", correction: ["2025-12-31", "2026-01-16"] },
  },
];

/** All of them, numbered: those in hand first. */
export const goldenRequests = (
  world: DemonstrationWorld,
  { agency, indexNo }: { readonly agency: DemonstrationOrganization; readonly indexNo: string },
): PlannedRequest[] => {
  const asking = applicants(world);
  return [...open(asking), ...ended(asking, indexNo)].map((course, index) => ({
    ...course,
    agency,
    requestNo: `SQ222401-${course.receivedOn.slice(0, 4)}-${String(index + 1).padStart(3, "0")}`,
  }));
};
