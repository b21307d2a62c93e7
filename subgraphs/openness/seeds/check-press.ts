/** Rules of the field that the demonstration's responses to public concern and press events obey. */
import { eachRow, shareOfRows, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { onWorkingDays } from "../../demonstration-rules.js";
import { responseDeadline } from "../opinion-event/opinion-event.js";
import type { OpinionEventLevel } from "../opinion-event/opinion-event.enums.js";

const SOURCE = "关于在政务公开工作中进一步做好政务舆情回应的通知 (国办发〔2016〕61号)";

/** All of them. */
export const pressRules: readonly DataRule<DemonstrationWorld>[] = [
  onWorkingDays(
    "press-events-are-announced-on-working-days",
    "select id as what, announced_on::text as day from press_events",
  ),
  eachRow<{ id: string; wrong: boolean }, DemonstrationWorld>({
    name: "an-event-was-answered-when-its-first-response-says",
    holds: "The first response to an event is that by which its limit is met or missed.",
    reason: "Later ones would make a late answer timely.",
    source: SOURCE,
    rows: `select e.id, e.responded_at is distinct from (select min(at) from opinion_responses r where r.event_id = e.id) as wrong
      from opinion_events e`,
    breach:
      () =>
      ({ id, wrong }) =>
        wrong ? id : undefined,
  }),
  shareOfRows<{ detected: Date; level: OpinionEventLevel; responded: Date }, DemonstrationWorld>({
    name: "some-responses-come-after-their-hours",
    holds: "Of a hundred responses five to forty come after 24 or 48 hours.",
    reason: "A register in which nothing is ever late is invented.",
    source: `${SOURCE}; the share is one of experience`,
    rows: "select detected_at as detected, level, responded_at as responded from opinion_events where responded_at is not null",
    so:
      () =>
      ({ detected, level, responded }) =>
        responseDeadline({ detectedAt: detected, level, respondedAt: responded }, responded).state === "LATE",
    from: 0.05,
    to: 0.4,
  }),
];
