/** Rules of the field that the demonstration's list and market obey. */
import { WORK_CALENDAR } from "../../../platform/domain/index.js";
import { eachRow, shareOfRows, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { holdsNoPersons } from "../../demonstration-texts.js";
import { servicesOf } from "./trades.js";

/** On the list on purpose, for findings to show: a repealed law and what it leaves, and a law that names no such service. */
const ON_PURPOSE = /^ZJ-09|^ZJ-006$/;

/** Numbers of laws, of regulations and of decisions of the State Council. */
const OF_RANK = /^(主席令|国令|国函|国发)/;

const OPENED = "select selection, state from intermediary_procurements where state <> 'DRAFT'";

const selection = (way: string, term: string, from: number): DataRule<DemonstrationWorld> =>
  shareOfRows<{ selection: string }, DemonstrationWorld>({
    name: `projects-are-awarded-by-${way.toLowerCase().replace("_", "-")}`,
    holds: `Projects are awarded ${term}, as often as by other ways and not by it alone.`,
    reason: "A market in which one way does not occur, or is the only one, is not one of those that are known.",
    source: "local rules of 中介超市 (docs/reference/sources.md)",
    rows: OPENED,
    so: () => (row) => row.selection === way,
    from,
    to: 0.5,
  });

/** All of them. */
export const intermediaryRules: readonly DataRule<DemonstrationWorld>[] = [
  eachRow<{ code: string; basis: string | null }, DemonstrationWorld>({
    name: "listed-services-rest-on-law",
    holds: "Every service that is kept rests on a law, a regulation or a decision of the State Council in force.",
    reason: "Since 2020 a ministry's rule makes no service a condition of an approval.",
    source: "优化营商环境条例 第四十三条 (国令第722号)",
    rows: "select code, legal_basis_ids[1] as basis from intermediary_services where list_state = 'KEPT'",
    breach: ({ legalBases, today }) => {
      const bases = new Map(legalBases.map((basis) => [basis.id, basis]));
      return ({ code, basis }) => {
        const { docNo = "", effectiveTo = "9999" } = bases.get(basis ?? "") ?? {};
        return ON_PURPOSE.test(code) || (OF_RANK.test(docNo) && effectiveTo >= today && !basis!.startsWith("LICENSING"))
          ? undefined
          : `${code}: ${basis ?? "no basis"}`;
      };
    },
  }),
  eachRow<{ what: string; day: string }, DemonstrationWorld>({
    name: "decisions-of-the-market-fall-on-working-days",
    holds:
      "Prior notice of sanctions is given, they are decided, scores given, projects opened, signed and accepted on working days.",
    reason: "Nobody signs on a Sunday or in the Spring Festival.",
    source: "the State Council's notice on holidays of each year",
    rows: `select id || ' prior notice' as what, prior_notice_on::text as day from intermediary_sanctions
      union all select id || ' decided', decided_on::text from intermediary_sanctions where decided_on is not null
      union all select id || ' revoked', revoked_on::text from intermediary_sanctions where revoked_on is not null
      union all select intermediary_id || ' scored', scored_on::text from intermediary_year_scores
      union all select project_no || ' opened', opened_on::text from intermediary_procurements where opened_on is not null
      union all select project_no || ' signed', signed_on::text from intermediary_procurements where signed_on is not null
      union all select project_no || ' accepted', accepted_on::text from intermediary_procurements where accepted_on is not null`,
    breach:
      () =>
      ({ what, day }) =>
        WORK_CALENDAR.isWorkday(day) === true ? undefined : `${what} on ${day}`,
  }),
  eachRow<{ doc_no: string; number: number; before: number | null }, DemonstrationWorld>({
    name: "sanction-numbers-grow-with-time",
    holds: "Of two sanctions of a body and year the later one has the higher number.",
    reason: "Document numbers are given in the order of the days.",
    source: "党政机关公文处理工作条例 第九条",
    rows: `select doc_no, number, lag(number) over (partition by authority_id, left(doc_no, 7) order by decided_on, number) as before
      from (select *, substring(doc_no from '〕([0-9]+)号')::int as number from intermediary_sanctions where doc_no is not null) s`,
    breach:
      () =>
      ({ doc_no, number, before }) =>
        before === null || before < number ? undefined : doc_no,
  }),
  eachRow<{ id: string; level: string; climbed: boolean }, DemonstrationWorld>({
    name: "sanctions-climb-their-ladder",
    holds:
      "Whoever is interviewed was reminded before, who is suspended was interviewed, who is removed was suspended.",
    reason: "A market that suspends at the first delay, or removes whom it never suspended, knows no ladder.",
    source: "local rules of 中介超市 (docs/reference/sources.md): 提醒、约谈、暂停、清退",
    rows: `select s.id, s.level, exists (select from intermediary_sanctions b where b.intermediary_id = s.intermediary_id
        and b.level = case s.level when 'INTERVIEW' then 'REMINDER' when 'SUSPENSION' then 'INTERVIEW' else 'SUSPENSION' end
        and b.decided_on < s.prior_notice_on) as climbed
      from intermediary_sanctions s where s.level <> 'REMINDER'`,
    breach:
      () =>
      ({ id, level, climbed }) =>
        climbed ? undefined : `${id}: ${level} without the level below it`,
  }),
  shareOfRows<{ name: string; services: readonly string[] }, DemonstrationWorld>({
    name: "intermediaries-do-what-their-trade-is",
    holds: "But for the few of the named cases, whoever surveys does not assess safety.",
    reason: "Qualifications are given for a trade.",
    source: "测绘法 第二十七条, 安全生产法 第七十二条",
    rows: `select i.name, array_agg(p.service_code) as services from intermediaries i
      join provided_services p on p.intermediary_id = i.organization_id group by i.organization_id, i.name`,
    so:
      () =>
      ({ name, services }) =>
        services.some((code) => !servicesOf(name).includes(code)),
    from: 0,
    to: 0.15,
  }),
  shareOfRows<{ state: string }, DemonstrationWorld>({
    name: "some-projects-fail",
    holds: "Of a hundred projects, two to ten find fewer than three bidders.",
    reason: "A market in which nothing ever fails is invented.",
    source: "招标投标法实施条例 第四十四条",
    rows: OPENED,
    so:
      () =>
      ({ state }) =>
        state === "FAILED",
    from: 0.02,
    to: 0.1,
  }),
  selection("BID_PRICE", "by price (竞价)", 0.05),
  selection("LOTTERY", "by lot (随机抽取)", 0.05),
  selection("AVERAGE", "to the price nearest to the mean (均价)", 0.05),
  selection("BEST_VALUE", "by choice among offers (择优)", 0.05),
  selection("DIRECT", "directly (直接选取)", 0.02),
  holdsNoPersons("intermediary"),
];
