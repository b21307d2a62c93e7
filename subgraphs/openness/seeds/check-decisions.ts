/** Rules of the field that the demonstration's decisions obey. */
import { eachRow, shareOfRows, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { onWorkingDays } from "../../demonstration-rules.js";
import { isTooShort } from "../decision-consultation/decision-consultation.js";

/** All of them. */
export const decisionRules: readonly DataRule<DemonstrationWorld>[] = [
  onWorkingDays(
    "decisions-take-their-steps-on-working-days",
    `select decision_id || ' ' || step as what, taken_on::text as day from decision_steps
      union all select decision_id || ' opened', opens_on::text from decision_consultations
      union all select decision_id || ' summarised', summarised_on::text from decision_consultations
      union all select id || ' published', published_on::text from decisions`,
  ),
  eachRow<{ id: string; steps: number }, DemonstrationWorld>({
    name: "no-decision-is-published-with-a-step-missing",
    holds: "A published decision has all five steps, each taken or left out for a reason that the law allows.",
    reason: "A draft that was not reviewed may not even be discussed.",
    source: "重大行政决策程序暂行条例 第二十五条、第三十条 (国令第713号)",
    rows: `select id, (select count(*)::int from decision_steps s where s.decision_id = decisions.id
        and coalesce(s.taken_on <= decisions.published_on, true)) as steps
      from decisions where published_on is not null`,
    breach:
      () =>
      ({ id, steps }) =>
        steps < 5 ? `${id} has ${steps} steps` : undefined,
  }),
  eachRow<{ id: string; early: boolean }, DemonstrationWorld>({
    name: "review-follows-the-public-and-discussion-follows-review",
    holds: "A draft is reviewed after the public was heard and discussed after it was reviewed.",
    reason: "What is reviewed is the draft that the opinions have changed.",
    source: "重大行政决策程序暂行条例 第十八条、第二十五条 (国令第713号)",
    rows: `select r.decision_id as id, coalesce(p.taken_on > r.taken_on, false) or coalesce(c.taken_on < r.taken_on, false) as early
      from decision_steps r
      left join decision_steps p on p.decision_id = r.decision_id and p.step = 'PUBLIC_PARTICIPATION'
      left join decision_steps c on c.decision_id = r.decision_id and c.step = 'COLLECTIVE_DISCUSSION'
      where r.step = 'LEGALITY_REVIEW'`,
    breach:
      () =>
      ({ id, early }) =>
        early ? id : undefined,
  }),
  eachRow<{ id: string; outside: boolean }, DemonstrationWorld>({
    name: "opinions-are-given-while-the-consultation-is-open",
    holds: "An opinion is given between the first and the last day of its consultation.",
    reason: "What comes later is not an opinion on this draft any more.",
    source: "重大行政决策程序暂行条例 第十五条 (国令第713号)",
    rows: `select o.id, o.given_on not between c.opens_on and c.closes_on as outside
      from opinions o join decision_consultations c using (decision_id)`,
    breach:
      () =>
      ({ id, outside }) =>
        outside ? id : undefined,
  }),
  eachRow<{ id: string; outcome: string }, DemonstrationWorld>({
    name: "opinions-on-a-published-decision-are-answered",
    holds: "Of a published decision every opinion is answered.",
    reason: "With the decision it is told what was adopted.",
    source: "重大行政决策程序暂行条例 第三十二条 (国令第713号)",
    rows: `select o.id, o.state as outcome from opinions o join decisions d on d.id = o.decision_id where d.published_on is not null`,
    breach:
      () =>
      ({ id, outcome }) =>
        outcome === "PENDING" ? id : undefined,
  }),
  shareOfRows<{ opens: string; closes: string; because: string | null }, DemonstrationWorld>({
    name: "few-consultations-are-too-short",
    holds: "Of a hundred consultations one to ten give less than thirty days without a reason.",
    reason: "Findings need something to find, and most offices keep the law.",
    source: "重大行政决策程序暂行条例 第十五条 (国令第713号); the share is one of experience",
    rows: "select opens_on::text as opens, closes_on::text as closes, shortened_because as because from decision_consultations",
    so:
      () =>
      ({ opens, closes, because }) =>
        isTooShort({ opensOn: opens, closesOn: closes, shortenedBecause: because ?? undefined }),
    from: 0.01,
    to: 0.1,
  }),
];
