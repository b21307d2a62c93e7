/** Rules of the field that the demonstration's credit records obey. */
import { eachRow, shareOfRows, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { holdsNoPersons } from "../../demonstration-texts.js";
import { numbersGrow, onWorkingDays } from "../../demonstration-rules.js";
import { licenceRules } from "./check-licences.js";
import { penaltyRules } from "./check-penalties.js";
import { wrongOn } from "./citations.js";
import { LISTS, type KeptList } from "./list-kinds.js";

interface EntryRow {
  readonly id: string;
  readonly list: string;
  readonly basis_law: string | null;
  readonly authority_id: string;
  readonly counterparty_id: string;
  readonly months: number | null;
}

interface CommitmentRow {
  readonly id: string;
  readonly type: string;
  readonly authority_id: string;
}

/** All of them. */
export const creditRules: readonly DataRule<DemonstrationWorld>[] = [
  ...penaltyRules,
  ...licenceRules,
  eachRow<EntryRow, DemonstrationWorld>({
    name: "lists-are-kept-by-those-who-may",
    holds:
      "A list is kept by the bodies of its purpose, under its own measures, for its own time, and of those whom it is about.",
    reason:
      "Market supervision keeps no list of unpaid wages, and an individually-owned business stands on no list of companies.",
    source: "国办发〔2020〕49号, and the measures of each list (list-kinds.ts)",
    rows: `select id, list, basis_law, authority_id, counterparty_id,
      (extract(year from age(expires_on, listed_on)) * 12 + extract(month from age(expires_on, listed_on)))::int as months from list_entries`,
    breach: ({ organizations }) => {
      const bodies = new Map(organizations.map((body) => [body.id, body]));
      const lists = new Map<string, KeptList>(Object.values(LISTS).map((list) => [list.name, list]));
      return ({ id, list, basis_law, authority_id, counterparty_id, months }) => {
        const kept = lists.get(list);
        if (kept === undefined) return `${id}: nobody keeps ${list}`;
        const by = bodies.get(authority_id)?.name ?? "";
        if (!by.includes(kept.bureau.slice(0, -1))) return `${id}: ${list} by ${by}`;
        if (kept.byPrefecture && !by.includes("延边州")) return `${id}: ${list} by ${by}, below the prefecture`;
        if (basis_law !== kept.law) return `${id}: ${list} by ${basis_law ?? "no law"}`;
        if (months !== (kept.months ?? null)) return `${id}: ${list} for ${months ?? "no"} months`;
        const { role, name } = bodies.get(counterparty_id)!;
        return kept.roles.includes(role) ? undefined : `${id}: ${name} on ${list}`;
      };
    },
  }),
  eachRow<CommitmentRow, DemonstrationWorld>({
    name: "commitments-are-made-to-those-who-ask-for-them",
    holds: "Self-discipline is promised to an association, everything else to an authority.",
    reason: "An association accepts no application, and an authority keeps no rules of a trade.",
    source: "国办发〔2019〕35号 第一部分（信用承诺）",
    rows: "select id, type, authority_id from commitments",
    breach: ({ organizations }) => {
      const roles = new Map(organizations.map(({ id, role }) => [id, role]));
      return ({ id, type, authority_id }) =>
        (type === "SELF_DISCIPLINE") === (roles.get(authority_id) === "association")
          ? undefined
          : `${id}: ${type} to ${authority_id}`;
    },
  }),
  eachRow<{ readonly what: string; readonly ground: string; readonly day: string }, DemonstrationWorld>({
    name: "decisions-cite-a-law-in-force",
    holds: "A penalty, and an entry in a list, cites a law that is in force on its day.",
    reason:
      "Who fines in September 2026 by the law on air pollution cites a law that ended with the Ecological Code on 15 August.",
    source:
      "行政处罚法 第三十七条、第五十九条第二项; 生态环境法典 第一千二百四十二条; since and until of the legal bases",
    rows: `select 'penalty ' || id as what, basis as ground, decision_date::text as day from penalties
      union all select 'list ' || id, basis_law, listed_on::text from list_entries`,
    breach:
      ({ legalBases }) =>
      ({ what, ground, day }) => {
        const wrong = wrongOn(legalBases, ground, day);
        return wrong === undefined ? undefined : `${what} cites ${wrong}`;
      },
  }),
  onWorkingDays(
    "decisions-fall-on-working-days",
    `select 'penalty ' || id as what, unnest(array[decision_date, withdrawn_on, repaired_on, republished_on, repair_notice_on, published_on])::text as day from penalties
     union all select 'licence ' || id, unnest(array[decision_date, published_on])::text from licences where decision_date >= '2010-01-01'
     union all select 'list ' || id, unnest(array[listed_on, removed_on, prior_notice_on])::text from list_entries
     union all select 'repair ' || no, unnest(array[accepted_on, decided_on, feedback_on])::text from repair_cases
     union all select 'objection ' || no, unnest(array[accepted_on, decided_on])::text from objections
     union all select 'commitment ' || id, verified_on::text from commitments`,
  ),
  numbersGrow(
    "decision-numbers-grow",
    `select authority_uscc as office, doc_no as no, decision_date as day from penalties
     union all select authority_uscc, doc_no, decision_date from licences
     union all select authority_uscc, decision_doc_no, listed_on from list_entries`,
  ),
  shareOfRows<{ readonly fulfilment: string }, DemonstrationWorld>({
    name: "few-commitments-are-broken",
    holds: "Of the commitments that somebody looked at, one in fifty to one in ten was broken.",
    reason: "Where a fifth of all promises is broken, no office would accept one.",
    source: "发改财金〔2020〕1072号; the share is one of experience",
    rows: "select fulfilment from commitments where fulfilment <> 'PENDING'",
    so: () => (row) => row.fulfilment === "BROKEN",
    from: 0.02,
    to: 0.1,
  }),
  shareOfRows<{ readonly level: string }, DemonstrationWorld>({
    name: "few-bodies-are-rated-poor",
    holds: "Of a hundred bodies one to ten are rated poor.",
    reason: "A composite evaluation tells apart: most bodies are good, few are poor.",
    source: "公共信用综合评价; the share is one of experience",
    rows: "select level from evaluations",
    so: () => (row) => row.level === "POOR",
    from: 0.01,
    to: 0.1,
  }),
  holdsNoPersons("credit"),
];
