/** Requests for information to other agencies of the demonstration: every outcome and kind of applicant is among them. */
import { addDays } from "../../../platform/domain/index.js";
import { workdayAfter, workdayFrom } from "../../demonstration-days.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { DisclosureOutcome, givesInformation, refusesInformation } from "../disclosure-request/disclosure-outcome.js";
import { ApplicantKind } from "../disclosure-request/disclosure-request.enums.js";
import { DisclosureState } from "../disclosure-request/disclosure-request.machine.js";
import type { PlannedApplicant, PlannedRequest } from "./planned-request.js";

/** How many there are, in either scale. */
const COUNT = 66;

/** Of whom they are asked, at most. */
const AGENCIES = 6;

const WANTED = [
  "上年度财政专项资金分配结果",
  "行政处罚决定书",
  "征地补偿方案",
  "会议纪要",
  "统计数据",
  "办事规程",
] as const;

const KINDS = Object.values(ApplicantKind);

/** Most ask for themselves. */
const applicantOf = (world: DemonstrationWorld, number: number): PlannedApplicant => {
  const kind = number % 3 === 0 ? KINDS[(number / 3) % KINDS.length]! : ApplicantKind.NATURAL_PERSON;
  if (kind === ApplicantKind.NATURAL_PERSON) {
    const { hash, name, phone } = world.persons[(number * 7) % world.persons.length]!;
    return { subject: hash, kind, name, contact: phone };
  }
  const bodies = world.organizations.filter(({ role, uscc }) => role === "enterprise" && uscc !== undefined);
  const { uscc, name } = bodies[(number * 5) % bodies.length]!;
  return { subject: uscc!, kind, name, contact: "延边朝鲜族自治州演示路1号" };
};

const requestOf = (
  world: DemonstrationWorld,
  { agency, number, draw }: { readonly agency: DemonstrationOrganization; readonly number: number; draw(): number },
): PlannedRequest => {
  const outcomes = Object.values(DisclosureOutcome);
  const outcome = outcomes[number % outcomes.length]!;
  const receivedOn = workdayFrom(addDays("2024-01-08", Math.floor((number + draw()) * 13.5)));
  // Every ninth comes too late.
  const endedOn = workdayAfter(
    receivedOn,
    number % 9 === 8 ? 21 + Math.floor(draw() * 9) : 1 + Math.floor(draw() * 20),
  );
  return {
    ...{ agency, receivedOn, applicant: applicantOf(world, number), state: DisclosureState.ANSWERED, outcome, endedOn },
    requestNo: `SQ${agency.divisionCode.slice(0, 6)}-${receivedOn.slice(0, 4)}-1${String(number).padStart(2, "0")}`,
    description: `${WANTED[number % WANTED.length]!}。`,
    ...(outcome === DisclosureOutcome.STILL_UNCLEAR
      ? { correction: [receivedOn, addDays(receivedOn, 15), receivedOn] as const }
      : {}),
    ...(givesInformation(outcome) ? { indexNo: "" } : {}),
    ...(refusesInformation(outcome) ? { reasons: "依照《政府信息公开条例》的有关规定办理。" } : {}),
  };
};

/** Answered requests of the years before, spread over some agencies; those that give information name a document of the list. */
export const drawnRequests = (
  world: DemonstrationWorld,
  agencies: readonly DemonstrationOrganization[],
  documentOn: (day: string) => string | undefined,
): PlannedRequest[] => {
  const draw = world.random("openness.requests");
  return Array.from({ length: COUNT }, (_, number) =>
    requestOf(world, { agency: agencies[number % Math.min(AGENCIES, agencies.length)]!, number, draw }),
  )
    .filter(({ endedOn }) => endedOn! < world.today)
    .map(({ indexNo, ...request }) =>
      indexNo === undefined ? request : { ...request, indexNo: documentOn(request.endedOn!)! },
    );
};
