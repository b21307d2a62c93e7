/** The rules of intermediary services as SQL over the records, for one reader and day: what the precomputed findings must equal. */
import type { Knex } from "knex";

/** A finding; who is told of it is decided in the statement. */
export interface DirectFinding {
  readonly rule: string;
  readonly finding_id: string;
  readonly division_code: string | null;
  readonly service_code: string | null;
  readonly other_service_code: string | null;
  readonly matter_id: string | null;
  readonly intermediary_id: string | null;
  readonly dept_id: string | null;
  readonly project_no: string | null;
  readonly basis_id: string | null;
  readonly detail: string;
}

/** Who reads: credit code of the represented enterprise, of the own agency, prefix of the supervised division. */
export interface DirectReader {
  readonly bidder?: string;
  readonly agency?: string;
  readonly prefix?: string;
}

/** Listed on the day: kept, and within its days. */
const listed = (alias: string): string =>
  `${alias}.list_state = 'KEPT' and (${alias}.effective_from is null or ${alias}.effective_from <= :today) and (${alias}.effective_to is null or ${alias}.effective_to >= :today)`;

/** A relation that lasts on the day. */
const lasting = (alias: string): string =>
  `(${alias}.valid_from is null or ${alias}.valid_from <= :today) and (${alias}.valid_to is null or ${alias}.valid_to >= :today)`;

const columns = (values: {
  rule: string;
  key: string;
  division: string;
  service?: string;
  otherService?: string;
  matter?: string;
  intermediary?: string;
  dept?: string;
  project?: string;
  basis?: string;
  detail: string;
}): string => `select '${values.rule}' as rule, '${values.rule}:' || ${values.key} as finding_id, ${values.division} as division_code,
  ${values.service ?? "null"} as service_code, ${values.otherService ?? "null"} as other_service_code, ${values.matter ?? "null"} as matter_id,
  ${values.intermediary ?? "null"} as intermediary_id, ${values.dept ?? "null"} as dept_id, ${values.project ?? "null"} as project_no,
  ${values.basis ?? "null"} as basis_id, ${values.detail} as detail`;

/** N3: not on the list at all, or on it and not kept on the day. */
const UNLISTED_DEMAND = `${columns({
  rule: "UNLISTED_DEMAND",
  key: "d.matter_id || ':' || d.material_name",
  division: "d.division_code",
  service: "s.code",
  matter: "d.matter_id",
  dept: "d.dept_id",
  detail: "d.material_name",
})} from matter_demands d left join intermediary_services s on s.code = d.service_code where s.code is null or not (${listed("s")})`;

/** A basis whose days are not known is taken for one in force. */
const REPEALED_BASIS = `${columns({
  rule: "REPEALED_BASIS",
  key: "s.code",
  division: "s.division_code",
  service: "s.code",
  dept: "s.approval_dept_id",
  basis: "s.legal_basis_ids[1]",
  detail: "''",
})} from intermediary_services s where ${listed("s")} and not exists (
  select 1 from unnest(s.legal_basis_ids) as b(id) left join legal_basis_periods p on p.id = b.id
  where (p.effective_from is null or p.effective_from <= :today) and (p.effective_to is null or p.effective_to >= :today))`;

/** N6, counted the other way round: no basis in force that may set a service, and none of which that is not known. */
const LOW_RANK_BASIS = `${columns({
  rule: "LOW_RANK_BASIS",
  key: "s.code",
  division: "s.division_code",
  service: "s.code",
  dept: "s.approval_dept_id",
  basis: "s.legal_basis_ids[1]",
  detail: "(select string_agg(distinct p.rank, ', ') from legal_basis_periods p where p.id = any(s.legal_basis_ids))",
})} from intermediary_services s where ${listed("s")} and cardinality(s.legal_basis_ids) = (
  select count(*) from legal_basis_periods p where p.id = any(s.legal_basis_ids) and p.effective_from <= :today
    and coalesce(p.effective_to, '9999-12-31') >= :today and p.rank not in ('LAW', 'ADMINISTRATIVE_REGULATION', 'STATE_COUNCIL_DECISION', 'LOCAL_REGULATION'))`;

/** N7: all of its bases are laws that are known to set none. */
const NO_SETTING_BASIS = `${columns({
  rule: "NO_SETTING_BASIS",
  key: "s.code",
  division: "s.division_code",
  service: "s.code",
  dept: "s.approval_dept_id",
  basis: "s.legal_basis_ids[1]",
  detail: "''",
})} from intermediary_services s where ${listed("s")} and cardinality(s.legal_basis_ids) = (
  select count(*) from legal_basis_periods p where p.id = any(s.legal_basis_ids) and p.effective_from <= :today
    and coalesce(p.effective_to, '9999-12-31') >= :today and p.rank = 'LAW' and not p.sets_intermediary_service)`;

/** N4: each pair once. */
const SPLIT_SERVICE = `${columns({
  rule: "SPLIT_SERVICE",
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

/**
 * What a check of credit gave, as far as the viewer may know of it. That credit did not answer is everybody's; that a body was listed is
 * the bidder's, the owner's, the department's and its supervisors', and everybody's only by what credit says today (:bodies, :since):
 * an entry that was removed is told of by no row and no count (C4).
 */
const CHECK_TOLD = `(b.credit_check = 'UNAVAILABLE' or (b.credit_check = 'LISTED' and (b.firm_uscc = :bidder or p.owner_uscc = :bidder
  or p.department_uscc = :agency or p.division_code like :prefix or exists (
    select 1 from unnest(:bodies::text[], :since::date[]) as standing(body, since)
    where standing.body = b.intermediary_id and standing.since <= b.submitted_on))))`;

/** N5: what barred the intermediary on the day of the bid; REMOVAL comes before SUSPENSION, by the alphabet too. Sealed bids are nobody's finding. */
const BARRED_BIDDER = `${columns({
  rule: "BARRED_BIDDER",
  key: "b.project_no || ':' || b.intermediary_id",
  division: "p.division_code",
  service: "p.service_code",
  intermediary: "b.intermediary_id",
  project: "b.project_no",
  detail: "case when s.level is not null then s.level else b.credit_check end",
})} from bids b join intermediary_procurements p on p.project_no = b.project_no and p.opened_on <= :today
  left join lateral (select min(x.level) as level from intermediary_sanctions x where x.intermediary_id = b.intermediary_id and x.level in ('SUSPENSION', 'REMOVAL')
    and x.decided_on <= b.submitted_on and (x.decided_on + x.months * interval '1 month')::date >= b.submitted_on
    and (x.revoked_on is null or x.revoked_on > :today)) s on true
  where b.accepted and (s.level is not null or ${CHECK_TOLD})`;

/**
 * A red flag at the bid, or one that came before the contract. Bids that N5 refused can not win; what is left is a bid that was accepted
 * though barred, and a sanction decided later. Of a project without contract the span lasts until the day.
 */
const RED_FLAG_WINNER = `${columns({
  rule: "RED_FLAG_WINNER",
  key: "p.project_no",
  division: "p.division_code",
  service: "p.service_code",
  intermediary: "p.selected_id",
  project: "p.project_no",
  detail: `case when s.level is null then b.credit_check || ', when it bid'
    when s.decided_on <= b.submitted_on then s.level || ', when it bid' else s.level || ', between bid and contract' end`,
})} from intermediary_procurements p join bids b on b.project_no = p.project_no and b.intermediary_id = p.selected_id
  left join lateral (select x.level, x.decided_on from intermediary_sanctions x where x.intermediary_id = b.intermediary_id and x.level in ('SUSPENSION', 'REMOVAL')
    and x.decided_on <= least(coalesce(p.signed_on, :today), :today)
    and (x.decided_on + x.months * interval '1 month')::date >= b.submitted_on
    and (x.revoked_on is null or x.revoked_on > :today) order by x.level, x.decided_on limit 1) s on true
  where p.selected_on <= :today and p.state <> 'CANCELLED' and (s.level is not null or ${CHECK_TOLD})`;

/** N1: counted where a contract was signed. */
const PAYER_MISMATCH = `${columns({
  rule: "PAYER_MISMATCH",
  key: "p.project_no",
  division: "p.division_code",
  service: "p.service_code",
  intermediary: "p.selected_id",
  dept: "s.approval_dept_id",
  project: "p.project_no",
  detail: "''",
})} from intermediary_procurements p join intermediary_services s on s.code = p.service_code and s.commissioned_by = 'APPROVING_DEPARTMENT'
  where not p.owner_public and p.signed_on <= :today`;

/** N2: one step, or two along ownership; a declared relation is known to those entitled alone (:bidder, :agency, :prefix). */
const RELATED_INTERMEDIARY = `${columns({
  rule: "RELATED_INTERMEDIARY",
  key: "o.intermediary_id || ':' || o.service_code || ':' || o.dept_id || ':' || o.division_code",
  division: "o.division_code",
  service: "o.service_code",
  intermediary: "o.intermediary_id",
  dept: "o.dept_id",
  detail: "r.kind || case when r.steps = 1 then ', 1 step' else ', 2 steps' end",
})} from (select distinct g.intermediary_id, g.service_code, l.dept_id, l.division_code from provided_services g
    join intermediary_services s on s.code = g.service_code and ${listed("s")}
    join service_matter_links l on l.service_code = g.service_code) o
  join lateral (
    select path.kind, path.steps from (
      select x.kind, 1 as steps, x.related_uscc from intermediary_relations x where x.body_id = o.intermediary_id and x.related_id = o.dept_id and ${lasting("x")}
      union all
      select x.kind, 2, y.related_uscc from intermediary_relations x join intermediary_relations y on y.body_id = x.related_id
      where x.body_id = o.intermediary_id and y.related_id = o.dept_id and x.kind <> 'DECLARED' and y.kind <> 'DECLARED' and ${lasting("x")} and ${lasting("y")}
    ) as path
    where path.kind <> 'DECLARED' or path.related_uscc = :agency or o.division_code like :prefix
      or exists (select 1 from intermediaries a where a.organization_id = o.intermediary_id and a.uscc = :bidder)
    order by path.kind = 'DECLARED', path.steps limit 1) r on true`;

const RULES = {
  BARRED_BIDDER,
  LOW_RANK_BASIS,
  NO_SETTING_BASIS,
  PAYER_MISMATCH,
  RED_FLAG_WINNER,
  RELATED_INTERMEDIARY,
  REPEALED_BASIS,
  SPLIT_SERVICE,
  UNLISTED_DEMAND,
};

/** Findings of all rules that the reader may know of, by rule and id; `standing` are bodies that credit says are listed, since when. */
export const findDirectly = async (
  db: Knex,
  { bidder = "-", agency = "-", prefix = "-" }: DirectReader,
  today: string,
  standing: ReadonlyMap<string, string> = new Map(),
): Promise<DirectFinding[]> => {
  const { rows } = (await db.raw(
    `select * from (${Object.values(RULES)
      .map((rule) => `(${rule})`)
      .join(" union all ")}) as findings order by rule, finding_id`,
    { today, bidder, agency, prefix: `${prefix}%`, bodies: [...standing.keys()], since: [...standing.values()] },
  )) as { rows: DirectFinding[] };
  return rows;
};
