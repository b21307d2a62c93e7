/** Finds published matters by codes that a list of another service names; a draft's code is like one that does not exist (docs/decisions/0003). */
import type { Knex } from "knex";

/** A code of a list: implementation, handling item, local or catalogue code, with the prefix of the division whose list it is. */
export interface MatterCode {
  readonly code: string;
  /** Local and catalogue codes are looked for in it and below it alone. */
  readonly prefix: string;
}

/** A published matter, as links name it. */
export interface CodedMatter {
  readonly id: string;
  readonly deptId: string;
  readonly divisionCode: string;
}

/** Matters of each code, in the same order; an empty list where no published matter has it. Codes that are not unique in the country are looked for within a division alone. */
export const findPublishedByCode = async (db: Knex, codes: readonly MatterCode[]): Promise<CodedMatter[][]> => {
  const { rows } = (await db.raw(
    `with asked as (select * from unnest(:codes::text[], :prefixes::text[]) with ordinality as a(code, prefix, position))
     select distinct a.position::int, m.id, m.dept_id as "deptId", m.division_code as "divisionCode" from asked a cross join lateral (
       select * from service_matters where task_code = a.code
       union all select * from service_matters where handling_item_code = a.code
       union all select * from service_matters where length(a.code) = 31 and local_task_code ~>=~ a.code and local_task_code ~<~ (a.code || ':') and handling_item_code is not null
       union all select * from service_matters where local_task_code = a.code and a.prefix <> '' and starts_with(division_code, a.prefix)
       union all select * from service_matters where catalog_code = a.code and a.prefix <> '' and starts_with(division_code, a.prefix)
     ) as m where m.status = 'PUBLISHED' order by 1, 2`,
    { codes: codes.map(({ code }) => code), prefixes: codes.map(({ prefix }) => prefix) },
  )) as { rows: (CodedMatter & { position: number })[] };
  const found = codes.map((): CodedMatter[] => []);
  for (const { position, ...matter } of rows) found[position - 1]!.push(matter);
  return found;
};
