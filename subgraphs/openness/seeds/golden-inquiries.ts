/** Inquiries with a known course, to the body of officer-1, some handled by that of officer-2: each state is in one of them. */
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { InquiryKind, InquirySatisfaction } from "../inquiry/inquiry.enums.js";
import { InquiryState } from "../inquiry/inquiry.machine.js";
import type { PlannedAsker, PlannedInquiry } from "./planned-inquiry.js";

const { CONSULTATION, SUGGESTION, COMPLAINT, REPORT, HELP } = InquiryKind;
const { RECEIVED, TRIAGED, ASSIGNED, RETURNED, REPLIED, CALLED_BACK, CLOSED, MERGED } = InquiryState;
const { SATISFIED, DISSATISFIED } = InquirySatisfaction;

/** The firm of agent-1. */
const FIRM: PlannedAsker = {
  ...{ subject: "91990101MA9000011P", name: "诉求单位（演示）", contact: "延吉市河南街道演示路11号" },
};

type Course = Omit<PlannedInquiry, "inquiryNo" | "intake">;

const numbered = (receivedOn: string, number: number): string =>
  `WZ222401-${receivedOn.slice(0, 4)}-${String(number).padStart(3, "0")}`;

const courses = (
  [first, second, third]: readonly PlannedAsker[],
  own: DemonstrationOrganization,
  other: DemonstrationOrganization,
): readonly Course[] => [
  {
    ...{ asker: first!, kind: CONSULTATION, state: RECEIVED, receivedOn: "2026-09-28" },
    ...{ content: "小作坊搬迁后登记证还能用吗？", mayPublish: true },
  },
  {
    ...{ asker: second!, kind: COMPLAINT, state: ASSIGNED, receivedOn: "2026-09-14", handler: other },
    ...{ content: "窗口排队两小时无人叫号。", confidential: true },
  },
  {
    ...{ asker: FIRM, kind: SUGGESTION, state: RETURNED, receivedOn: "2026-09-10" },
    content: "建议合并两项年度报告。",
  },
  {
    ...{ asker: { subject: third!.subject }, kind: REPORT, state: REPLIED, receivedOn: "2026-08-31", handler: own },
    ...{ content: "某门店销售过期食品。", reply: "已立案调查。", repliedOn: "2026-09-21" },
  },
  {
    ...{ asker: first!, kind: HELP, state: CALLED_BACK, receivedOn: "2026-08-10", handler: other },
    ...{ content: "行动不便，能否上门办理？", reply: "已安排上门服务。", repliedOn: "2026-09-15" },
    calledBack: ["2026-09-17", DISSATISFIED],
  },
  {
    ...{ asker: first!, kind: CONSULTATION, state: CLOSED, receivedOn: "2026-06-01", handler: own },
    ...{ content: "食品小作坊登记需要哪些材料？", reply: "需要申请表、平面图和从业人员健康证明。" },
    ...{ repliedOn: "2026-06-04", calledBack: ["2026-06-08", SATISFIED], closedOn: "2026-06-09" },
    publishedOn: "2026-06-10",
  },
  {
    ...{ asker: first!, kind: HELP, state: MERGED, receivedOn: "2026-08-12" },
    ...{ content: "再次请求上门办理。", mergedInto: numbered("2026-08-10", 5) },
  },
  { asker: second!, kind: SUGGESTION, state: TRIAGED, receivedOn: "2026-09-23", content: "建议延长夜间窗口时间。" },
];

/** All of them, numbered; the merged one after that into which it was merged. */
export const goldenInquiries = (
  { persons }: DemonstrationWorld,
  own: DemonstrationOrganization,
  other: DemonstrationOrganization,
): PlannedInquiry[] => {
  const askers = persons.slice(0, 3).map(({ hash, name, phone }) => ({ subject: hash, name, contact: phone }));
  return courses(askers, own, other).map((course, index) => ({
    ...{ ...course, intake: own, inquiryNo: numbered(course.receivedOn, index + 1) },
  }));
};
