/** SQL of the rules on firms: who bid, won, is paid for or is related against the rules, with every ground for it. */
import { columns, lasting, listed } from "./finding.columns.repository.js";
import { FindingRule, Ground } from "./finding.enums.js";

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
export const BARRED_BIDDER = `${columns({
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
export const RED_FLAG_WINNER = `${columns({
  ...ofBid,
  rule: FindingRule.RED_FLAG_WINNER,
  key: "p.project_no",
  detail:
    "g.what || case when g.decided_on > b.submitted_on then ', between bid and contract' else ', when it bid' end",
})} from intermediary_procurements p join bids b on b.project_no = p.project_no and b.intermediary_id = p.selected_id
  join ${groundsOfBid("x.decided_on <= least(coalesce(p.signed_on, :today), :today)")} on true
  where p.selected_on <= :today and p.state <> 'CANCELLED'`;

/** N1: counted where a contract was signed. */
export const PAYER_MISMATCH = `${columns({
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
export const RELATED_INTERMEDIARY = `${columns({
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
