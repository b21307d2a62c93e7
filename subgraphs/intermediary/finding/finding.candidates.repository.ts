/** SQL of the rules: what each finds in the records, with every ground for it; who may know of a ground is decided where it is read. */
import type { Knex } from "knex";
import { RANK_NEEDED_SINCE, RANKS_THAT_SET_SERVICES } from "../../../platform/domain/index.js";
import { columns, lasting, listed } from "./finding.columns.repository.js";
import { FindingRule, Ground } from "./finding.enums.js";
import { INTERMEDIARY_FINDINGS } from "./finding.rows.js";

/** N3: not on the list at all, or on it and not kept on the day. */
const UNLISTED_DEMAND = `${columns({
  rule: FindingRule.UNLISTED_DEMAND,
  key: "d.matter_id || ':' || d.material_name",
  division: "d.division_code",
  service: "s.code",
  matter: "d.matter_id",
  dept: "d.dept_id",
  detail: "d.material_name",
})} from matter_demands d left join intermediary_services s on s.code = d.service_code where s.code is null or not (${listed("s")})`;

/** A basis whose days are not known is taken for one in force. */
const REPEALED_BASIS = `${columns({
  rule: FindingRule.REPEALED_BASIS,
  key: "s.code",
  division: "s.division_code",
  service: "s.code",
  dept: "s.approval_dept_id",
  basis: "s.legal_basis_ids[1]",
  detail: "''",
})} from intermediary_services s where ${listed("s")} and not exists (
  select 1 from unnest(s.legal_basis_ids) as b(id) left join legal_basis_periods p on p.id = b.id
  where (p.effective_from is null or p.effective_from <= :today) and (p.effective_to is null or p.effective_to >= :today))`;

/** Bases of a listed service that are in force on the day; one whose days are not known is taken for one. */
const BASES_IN_FORCE = `unnest(s.legal_basis_ids) with ordinality as b(id, place) left join legal_basis_periods p on p.id = b.id
  where (p.effective_from is null or p.effective_from <= :today) and (p.effective_to is null or p.effective_to >= :today)`;

/** Of a rank that may set a service where the list is: a local regulation in its own place alone. Null where that is not known, so that nobody is accused of it. */
const SUFFICIENT = `case when p.rank <> 'LOCAL_REGULATION' then p.rank in (${RANKS_THAT_SET_SERVICES.map((rank) => `'${rank}'`).join(", ")})
  when p.rank is null or p.jurisdiction is null or s.division_code is null then null
  else starts_with(s.division_code, regexp_replace(p.jurisdiction, '(00)+$', '')) end`;

/** N6: of its bases in force, of which there is one at least, each is known to be of too low a rank; REPEALED_BASIS tells of services without any. */
const LOW_RANK_BASIS = `${columns({
  rule: FindingRule.LOW_RANK_BASIS,
  key: "s.code",
  division: "s.division_code",
  service: "s.code",
  dept: "s.approval_dept_id",
  basis: "found.first",
  detail: "found.ranks",
})} from intermediary_services s cross join lateral (
    select (array_agg(b.id order by b.place))[1] as first, string_agg(distinct p.rank, ', ') as ranks,
      bool_and(coalesce(not ${SUFFICIENT}, false)) as low from ${BASES_IN_FORCE}) found
  where ${listed("s")} and found.low and :today >= date '${RANK_NEEDED_SINCE}'`;

/** N7: among its bases in force there is one of sufficient rank, and each is too low or known to set no such service. */
const NO_SETTING_BASIS = `${columns({
  rule: FindingRule.NO_SETTING_BASIS,
  key: "s.code",
  division: "s.division_code",
  service: "s.code",
  dept: "s.approval_dept_id",
  basis: "found.first",
  detail: "''",
})} from intermediary_services s cross join lateral (
    select (array_agg(b.id order by b.place) filter (where ${SUFFICIENT}))[1] as first,
      bool_and(coalesce(not ${SUFFICIENT}, false) or coalesce(not p.sets_intermediary_service, false)) as none from ${BASES_IN_FORCE}) found
  where ${listed("s")} and found.first is not null and found.none and :today >= date '${RANK_NEEDED_SINCE}'`;

/** N4: each pair once. */
const SPLIT_SERVICE = `${columns({
  rule: FindingRule.SPLIT_SERVICE,
  key: "l.matter_id || ':' || a.code || ':' || b.code",
  division: "l.division_code",
  service: "a.code",
  otherService: "b.code",
  matter: "l.matter_id",
  dept: "l.dept_id",
  basis:
    "(select min(shared.id) from unnest(a.legal_basis_ids) as shared(id) where shared.id = any(b.legal_basis_ids))",
  detail: "''",
})} from service_matter_links l join service_matter_links m on m.matter_id = l.matter_id and m.service_code > l.service_code
  join intermediary_services a on a.code = l.service_code join intermediary_services b on b.code = m.service_code
  where a.legal_basis_ids && b.legal_basis_ids and ${listed("a")} and ${listed("b")}`;

/** Suspensions and removals of a bidder that `when` selects, REMOVAL before SUSPENSION, and what the check of credit gave unless it was clear. */
const groundsOfBid = (when: string): string => `lateral (
    select '${Ground.SANCTION}' as ground, x.level as what, case x.level when 'REMOVAL' then 1 else 2 end as weight, x.decided_on::text || x.id as tie,
      x.id as sanction_id, x.decided_on
    from intermediary_sanctions x where x.intermediary_id = b.intermediary_id and x.level in ('SUSPENSION', 'REMOVAL')
      and (x.decided_on + x.months * interval '1 month')::date >= b.submitted_on and ${when}
    union all
    select case b.credit_check when 'LISTED' then '${Ground.LISTED}' else '${Ground.PUBLIC}' end, b.credit_check, 9, '', null, null
    where b.credit_check <> 'CLEAR') g`;

/** What a ground of a bid says of who may know of it. */
const ofBid = {
  division: "p.division_code",
  service: "p.service_code",
  intermediary: "b.intermediary_id",
  project: "p.project_no",
  ground: "g.ground",
  weight: "g.weight",
  tie: "g.tie",
  sanction: "g.sanction_id",
  bidder: "b.firm_uscc",
  owner: "p.owner_uscc",
  department: "p.department_uscc",
  submitted: "b.submitted_on",
} as const;

/** N5: what barred the intermediary on the day of the bid. Sealed bids are nobody's finding. */
const BARRED_BIDDER = `${columns({
  ...ofBid,
  rule: FindingRule.BARRED_BIDDER,
  key: "b.project_no || ':' || b.intermediary_id",
  detail: "g.what",
})} from bids b join intermediary_procurements p on p.project_no = b.project_no and p.opened_on <= :today
  join ${groundsOfBid("x.decided_on <= b.submitted_on")} on true where b.accepted`;

/**
 * A red flag at the bid, or one that came before the contract. Bids that N5 refused can not win; what is left is a bid that was accepted
 * though barred, and a sanction decided later. Of a project without contract the span lasts until the day.
 */
const RED_FLAG_WINNER = `${columns({
  ...ofBid,
  rule: FindingRule.RED_FLAG_WINNER,
  key: "p.project_no",
  detail:
    "g.what || case when g.decided_on > b.submitted_on then ', between bid and contract' else ', when it bid' end",
})} from intermediary_procurements p join bids b on b.project_no = p.project_no and b.intermediary_id = p.selected_id
  join ${groundsOfBid("x.decided_on <= least(coalesce(p.signed_on, :today), :today)")} on true
  where p.selected_on <= :today and p.state <> 'CANCELLED'`;

/** N1: counted where a contract was signed. */
const PAYER_MISMATCH = `${columns({
  rule: FindingRule.PAYER_MISMATCH,
  key: "p.project_no",
  division: "p.division_code",
  service: "p.service_code",
  intermediary: "p.selected_id",
  dept: "s.approval_dept_id",
  project: "p.project_no",
  detail: "''",
})} from intermediary_procurements p join intermediary_services s on s.code = p.service_code and s.commissioned_by = 'APPROVING_DEPARTMENT'
  where not p.owner_public and p.signed_on <= :today`;

/** N2: one step, or two along ownership, the shortest way; or declared, which is known to those entitled alone. */
const RELATED_INTERMEDIARY = `${columns({
  rule: FindingRule.RELATED_INTERMEDIARY,
  key: "o.intermediary_id || ':' || o.service_code || ':' || o.dept_id || ':' || o.division_code",
  division: "o.division_code",
  service: "o.service_code",
  intermediary: "o.intermediary_id",
  dept: "o.dept_id",
  detail: "r.kind || case when r.steps = 1 then ', 1 step' else ', 2 steps' end",
  ground: "r.ground",
  weight: "r.weight",
  bidder: "(select a.uscc from intermediaries a where a.organization_id = o.intermediary_id)",
  department: "r.related_uscc",
})} from (select distinct g.intermediary_id, g.service_code, l.dept_id, l.division_code from provided_services g
    join intermediary_services s on s.code = g.service_code and ${listed("s")}
    join service_matter_links l on l.service_code = g.service_code) o
  join lateral (
    (select '${Ground.PUBLIC}' as ground, path.kind, path.steps, path.steps as weight, path.related_uscc from (
      select x.kind, 1 as steps, x.related_uscc from intermediary_relations x
        where x.body_id = o.intermediary_id and x.related_id = o.dept_id and x.kind <> 'DECLARED' and ${lasting("x")}
      union all
      select x.kind, 2, y.related_uscc from intermediary_relations x join intermediary_relations y on y.body_id = x.related_id
      where x.body_id = o.intermediary_id and y.related_id = o.dept_id and x.kind <> 'DECLARED' and y.kind <> 'DECLARED' and ${lasting("x")} and ${lasting("y")}
    ) as path order by path.steps, path.kind limit 1)
    union all
    select '${Ground.DECLARED}', x.kind, 1, 9, x.related_uscc from intermediary_relations x
    where x.body_id = o.intermediary_id and x.related_id = o.dept_id and x.kind = 'DECLARED' and ${lasting("x")}) r on true`;

const RULES: Readonly<Record<FindingRule, string>> = {
  [FindingRule.BARRED_BIDDER]: BARRED_BIDDER,
  [FindingRule.LOW_RANK_BASIS]: LOW_RANK_BASIS,
  [FindingRule.NO_SETTING_BASIS]: NO_SETTING_BASIS,
  [FindingRule.PAYER_MISMATCH]: PAYER_MISMATCH,
  [FindingRule.RED_FLAG_WINNER]: RED_FLAG_WINNER,
  [FindingRule.RELATED_INTERMEDIARY]: RELATED_INTERMEDIARY,
  [FindingRule.REPEALED_BASIS]: REPEALED_BASIS,
  [FindingRule.SPLIT_SERVICE]: SPLIT_SERVICE,
  [FindingRule.UNLISTED_DEMAND]: UNLISTED_DEMAND,
};

const KEPT = Object.values(INTERMEDIARY_FINDINGS.declared)
  .map(({ name }) => name)
  .filter((name) => !["rule", "position", "found_on"].includes(name))
  .join(", ");

/** Checks all rules again for the day, and keeps what they find, in the caller's transaction. */
export const refreshFindings = async (db: Knex, today: string): Promise<void> => {
  await db("intermediary_findings").delete();
  await db.raw(
    `insert into intermediary_findings (rule, position, found_on, ${KEPT})
     select rule, row_number() over (partition by rule, finding_id order by weight, tie), :today::date, ${KEPT}
     from (${Object.values(RULES)
       .map((rule) => `(${rule})`)
       .join(" union all ")}) as found`,
    { today },
  );
};
