/** Inquiries to other bodies of the demonstration: every kind, some late, some published, some in hand. */
import { addDays } from "../../../platform/domain/index.js";
import { workdayAfter, workdayFrom } from "../../demonstration-days.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { InquiryKind, InquirySatisfaction } from "../inquiry/inquiry.enums.js";
import { InquiryState } from "../inquiry/inquiry.machine.js";
import type { PlannedInquiry } from "./planned-inquiry.js";

/** How many there are, in either scale. */
const COUNT = 40;

/** Of how many bodies they are asked, of all divisions. */
const BODIES = 4;

const WORDS: Readonly<Record<InquiryKind, readonly [content: string, reply: string]>> = {
  CONSULTATION: ["公交线路调整后末班车几点？", "末班车时间为二十一时三十分。"],
  SUGGESTION: ["建议在河边步道增设路灯。", "已列入下一年度改造计划。"],
  COMPLAINT: ["小区门前夜间施工噪声大。", "已责令施工单位按规定时间作业。"],
  REPORT: ["有人向河道倾倒建筑垃圾。", "经现场核查，已责令清理并立案。"],
  HELP: ["老旧楼道积水，请求疏通。", "已于当日疏通完毕。"],
};

const SAID = [...Object.values(InquirySatisfaction), undefined];

const inquiryOf = (
  world: DemonstrationWorld,
  { intake, number, draw }: { readonly intake: DemonstrationOrganization; readonly number: number; draw(): number },
): PlannedInquiry => {
  const kinds = Object.values(InquiryKind);
  const kind = kinds[number % kinds.length]!;
  const [content, reply] = WORDS[kind];
  const { hash, name, phone } = world.persons[(number * 11) % world.persons.length]!;
  const receivedOn = workdayFrom(addDays("2025-01-06", Math.floor((number + draw()) * 15.5)));
  const begun = {
    ...{ intake, handler: intake, kind, content, receivedOn, asker: { subject: hash, name, contact: phone } },
    inquiryNo: `WZ${intake.divisionCode.slice(0, 6)}-${receivedOn.slice(0, 4)}-1${String(number).padStart(2, "0")}`,
  };
  // Every eighth comes after its limit.
  const span = kind === InquiryKind.CONSULTATION ? 5 : 15;
  const repliedOn = workdayAfter(receivedOn, number % 8 === 7 ? span + 3 : 1 + Math.floor(draw() * span));
  const calledBackOn = workdayAfter(repliedOn, 2);
  const closedOn = workdayAfter(calledBackOn, 1);
  if (closedOn >= world.today) return { ...begun, state: InquiryState.ASSIGNED };
  return {
    ...{ ...begun, state: InquiryState.CLOSED, reply, repliedOn, closedOn },
    calledBack: [calledBackOn, SAID[number % SAID.length]],
    ...(number % 3 === 0 ? { publishedOn: closedOn } : {}),
  };
};

/** Inquiries of this year and the one before, spread over some bodies. */
export const drawnInquiries = (
  world: DemonstrationWorld,
  bodies: readonly DemonstrationOrganization[],
): PlannedInquiry[] => {
  const draw = world.random("openness.inquiries");
  const every = Math.floor(bodies.length / BODIES);
  return Array.from({ length: COUNT }, (_, number) =>
    inquiryOf(world, { intake: bodies[(number % BODIES) * every]!, number, draw }),
  );
};
