/** Ids of matters by their codes: the one that is here already, else one made of the code, and of the body whose own a local code is. */
import type { Knex } from "knex";

/** A matter as an export names it, with its body. */
export interface NamedMatter {
  /** Made of a national code. */
  readonly id: string | undefined;
  readonly taskCode?: string | undefined;
  readonly handlingItemCode?: string | undefined;
  readonly localTaskCode: string;
  readonly deptId: string;
}

interface KnownMatter {
  readonly id: string;
  readonly task_code: string | null;
  readonly handling_item_code: string | null;
  readonly local_task_code: string | null;
  readonly dept_id: string;
}

/** What stands for a matter: a national code alone, a local code with its body. */
const keyOf = ({ taskCode, handlingItemCode, localTaskCode, deptId }: Omit<NamedMatter, "id">): string =>
  taskCode ?? handlingItemCode ?? `${deptId} ${localTaskCode}`;

/** A body's id has no colon: which body and which code are told apart. */
const localId = ({ deptId, localTaskCode }: NamedMatter): string =>
  `CN-LOCAL-${deptId.replace(/^CN-(?:USCC|ORG|LOCAL)-/, "")}:${localTaskCode}`;

/**
 * The ids that matters have already, whatever these were made of when they were seen first and under whichever name of the exporting system;
 * else those of their codes.
 */
export const findMatterIds = async (
  db: Knex,
  matters: readonly NamedMatter[],
): Promise<(matter: NamedMatter) => string> => {
  const [tasks, items, locals] = [
    matters.flatMap(({ taskCode }) => taskCode ?? []),
    matters.flatMap(({ handlingItemCode }) => handlingItemCode ?? []),
    matters.flatMap(({ id, localTaskCode }) => (id === undefined ? [localTaskCode] : [])),
  ];
  const { rows } = (await db.raw(
    `select id, task_code, handling_item_code, local_task_code, dept_id from service_matters where task_code = any(:tasks::text[])
     union all select id, task_code, handling_item_code, local_task_code, dept_id from service_matters where handling_item_code = any(:items::text[])
     union all select id, null, null, local_task_code, dept_id from service_matters
       where local_task_code = any(:locals::text[]) and task_code is null and handling_item_code is null
     order by id desc`,
    { tasks, items, locals },
  )) as { rows: KnownMatter[] };
  const known = new Map(
    rows.flatMap(({ id, task_code: task, handling_item_code: item, local_task_code: local, dept_id: dept }) => {
      const codes = [task, item].filter((code) => code !== null);
      return (codes.length > 0 ? codes : [`${dept} ${local}`]).map((code) => [code, id] as const);
    }),
  );
  return (matter) => known.get(keyOf(matter)) ?? matter.id ?? localId(matter);
};
