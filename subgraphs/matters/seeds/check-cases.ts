/** Rules of the field on cases, licences and ratings: applicants, working days, numbers, believable rates. */
import { WORK_CALENDAR, workdaysBetween } from "../../../platform/domain/index.js";
import { eachRow, shareOfRows, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";

/** All of them. */
export const caseRules: readonly DataRule<DemonstrationWorld>[] = [
  eachRow<{ case_no: string; applicant_type: string; serves: readonly string[] }, DemonstrationWorld>({
    name: "applicants-fit-the-matter",
    holds: "Persons and enterprises apply for what is meant for them.",
    reason: "No person builds on a construction permit, and no firm registers a marriage.",
    source: "国办函〔2016〕108号 技术指南 (服务对象)",
    rows: "select c.case_no, c.applicant_type, m.serves from service_cases c join service_matters m on m.id = c.matter_id",
    breach:
      () =>
      ({ case_no, applicant_type, serves }) =>
        serves.includes(applicant_type) ? undefined : `${case_no}: ${applicant_type}`,
  }),
  eachRow<{ what: string; day: string }, DemonstrationWorld>({
    name: "decisions-fall-on-working-days",
    holds: "Cases are accepted and decided, and licences issued and revoked, on working days.",
    reason: "Windows are closed on Sundays and holidays, and open on make-up Saturdays.",
    source: "行政许可法 第八十二条; the State Council's notice on holidays of each year",
    rows: `select '受理 ' || case_no as what, accepted_on::text as day from service_cases where accepted_on is not null
      union all select '办结 ' || case_no, completed_on::text from service_cases where completed_on is not null
      union all select '发证 ' || certificate_number, issued_on::text from electronic_licences
      union all select '撤销 ' || certificate_number, revoked_on::text from electronic_licences where revoked_on is not null`,
    // A day of which no calendar tells is none.
    breach:
      () =>
      ({ what, day }) =>
        WORK_CALENDAR.isWorkday(day) === true ? undefined : `${what} on ${day}`,
  }),
  eachRow<{ certificate_number: string; issued_on: string; before: string | null }, DemonstrationWorld>({
    name: "licence-numbers-grow-with-time",
    holds: "Of two licences of a place and year the later one has the higher number.",
    reason: "A register gives its numbers in the order of the days.",
    source: "国务院关于在线政务服务的若干规定 (国令第716号) 第十条",
    rows: `select certificate_number, issued_on::text as issued_on, (lag(issued_on) over (
        partition by left(certificate_number, length(certificate_number) - 6) order by certificate_number))::text as before
      from electronic_licences`,
    breach:
      () =>
      ({ certificate_number, issued_on, before }) =>
        before !== null && before > issued_on ? `${certificate_number} of ${issued_on} after ${before}` : undefined,
  }),
  shareOfRows<{ accepted: string; completed: string; amount: number; unit: string }, DemonstrationWorld>({
    name: "most-cases-are-on-time",
    holds: "Of a hundred completed cases, one to five took longer than promised, pauses counted in.",
    reason: "Offices report more than 99 of 100 on time; where one of ten is late nobody believes the rest.",
    source: "国办发〔2019〕51号; annual reports of halls",
    rows: `select accepted_on::text as accepted, completed_on::text as completed, promised_amount as amount, promised_unit as unit
      from service_cases where completed_on is not null and promised_unit = 'WD'`,
    so:
      () =>
      ({ accepted, completed, amount }) =>
        (workdaysBetween(accepted, completed) ?? 0) > amount,
    from: 0.005,
    to: 0.05,
  }),
  shareOfRows<{ stars: number }, DemonstrationWorld>({
    name: "most-ratings-are-content",
    holds: "Of a hundred ratings, one to four are 不满意 or 非常不满意.",
    reason: "Published rates of satisfaction are above 95 of 100.",
    source: "国办发〔2019〕51号 (好差评)",
    rows: "select stars from service_ratings",
    so:
      () =>
      ({ stars }) =>
        stars <= 2,
    from: 0.01,
    to: 0.04,
  }),
  shareOfRows<{ holder: string; division_code: string }, DemonstrationWorld>({
    name: "counties-serve-their-own",
    holds: "Nearly all organisations that apply to a county or township are of that county.",
    reason: "A snack bar of Dunhua needs no licence of Yanji.",
    source: "行政许可法 第二十四条 and the competence of places",
    rows: `select applicant_org_id as holder, division_code from service_cases
      where applicant_org_id is not null and division_code !~ '00$'`,
    so: ({ organizations }) => {
      const places = new Map(organizations.map(({ id, divisionCode }) => [id, divisionCode]));
      return ({ holder, division_code }) => places.get(holder) !== division_code.slice(0, 6);
    },
    from: 0,
    to: 0.01,
  }),
];
