/** SQL of the rules on services of the list: what is demanded or listed against the rules, whatever any firm did. */
import { RANK_NEEDED_SINCE, RANKS_THAT_SET_SERVICES } from "../../../platform/domain/index.js";
import { columns, listed } from "./finding.columns.repository.js";
import { FindingRule } from "./finding.enums.js";

/** N3: not on the list at all, or on it and not kept on the day. */
export const UNLISTED_DEMAND = `${columns({
  rule: FindingRule.UNLISTED_DEMAND,
  key: "d.matter_id || ':' || d.material_name",
  division: "d.division_code",
  service: "s.code",
  matter: "d.matter_id",
  dept: "d.dept_id",
  detail: "d.material_name",
})} from matter_demands d left join intermediary_services s on s.code = d.service_code where s.code is null or not (${listed("s")})`;

/** A basis whose days are not known is taken for one in force. */
export const REPEALED_BASIS = `${columns({
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
export const LOW_RANK_BASIS = `${columns({
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
export const NO_SETTING_BASIS = `${columns({
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
export const SPLIT_SERVICE = `${columns({
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
