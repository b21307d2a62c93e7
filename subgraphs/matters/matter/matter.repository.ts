/** SQL of service matters; rows become domain objects here. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import { ANONYMOUS, divisionPrefix, type Viewer } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows, whereNameMatches } from "../../../platform/database/index.js";
import type { EditorialStatus } from "./matter.machine.js";
import { TaskState } from "./matter.enums.js";
import type { ServiceMatterFilter } from "./matter.input.js";
import { WHOSE_MATTER } from "./matter.policy.js";
import type { ServiceMatter, ServiceMatterVersion } from "./matter.js";
import { MATTER_VERSIONS, SERVICE_MATTERS, type MatterRow, type MatterVersionRow } from "./matter.rows.js";
import { MATERIALS_HOLD_SQL, PROMISE_EXCEEDS_SQL, STORED_MATTER, materialsWith } from "./matter.stored.js";

const COLUMNS = SERVICE_MATTERS.columns();
const shown = SERVICE_MATTERS.to<ServiceMatter>()("content");
const shownVersion = MATTER_VERSIONS.to<KeptVersion>()();

/** Domain object of a row. */
export const toMatter = (row: MatterRow): ServiceMatter => {
  const { materials, jointDeptIds = [], onlineDepth = [], ...content } = STORED_MATTER.read(row.content);
  return shown(row, { ...content, allMaterials: materials, jointDeptIds, onlineDepth });
};

/** Matters with these keys, in no order; access is decided by the service. */
export const findMatters = async (
  db: Knex,
  column: "id" | "task_code",
  keys: readonly string[],
): Promise<MatterRow[]> =>
  (await db("service_matters")
    .select(COLUMNS)
    .whereIn(column, [...keys])) as MatterRow[];

/** What a list of matters is asked for. */
export interface MatterQuery {
  readonly search?: string;
  readonly filter?: ServiceMatterFilter;
}

/** The matters that a viewer may know of and that fit; the caller adds parent, order and page. */
export const matterQuery = (db: Knex, viewer: Viewer, { search, filter }: MatterQuery): Knex.QueryBuilder => {
  const query = readableRows(db("service_matters").select(COLUMNS), WHOSE_MATTER, { viewer });
  if (search != null) whereNameMatches(query, search, "local_task_code");
  if (filter?.taskTypes) query.whereIn("task_type", filter.taskTypes);
  if (filter?.serves) query.whereRaw("serves && ?::text[]", [filter.serves]);
  if (filter?.states) query.whereIn("task_state", filter.states);
  if (filter?.division) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  if (filter?.online != null) query.where("is_online", filter.online);
  if (filter?.maxVisits != null) query.where("visits", "<=", filter.maxVisits);
  if (filter?.fee != null) query.where("is_fee", filter.fee);
  if (filter?.theme != null) query.whereRaw("themes @> array[?]::text[]", [filter.theme]);
  if (filter?.licenceType != null) query.whereRaw(MATERIALS_HOLD_SQL, [materialsWith(filter.licenceType)]);
  if (filter?.promiseExceedsStatutory != null)
    query.whereRaw(`${PROMISE_EXCEEDS_SQL} = ?`, [filter.promiseExceedsStatutory]);
  return query;
};

/** Those that everybody may know of, for an exchange file. */
export const publicMattersQuery = (
  db: Knex,
  { division, agency }: { readonly division?: string; readonly agency?: string },
): Knex.QueryBuilder => {
  const query = matterQuery(db, ANONYMOUS, division === undefined ? {} : { filter: { division } });
  return agency === undefined ? query : query.where("dept_uscc", agency);
};

/** Ids of the matters of these agencies that everybody may know of and that are not cancelled, at most 1000 of each, by id. */
export const publishedIdsOf = async (
  db: Knex,
  depts: readonly string[],
): Promise<{ readonly deptId: string; readonly id: string }[]> => {
  const ranked = matterQuery(db, ANONYMOUS, {})
    .clearSelect()
    .select("dept_id", "id", db.raw("row_number() over (partition by dept_id order by id) as place"))
    .whereIn("dept_id", [...depts])
    .whereNot("task_state", TaskState.CANCELLED);
  return (await db
    .select("dept_id as deptId", "id")
    .from(ranked.as("ranked"))
    .where("place", "<=", 1000)
    .orderBy("id")) as { readonly deptId: string; readonly id: string }[];
};

/** Narrows to those of an agency. */
export const ofDept = (query: Knex.QueryBuilder, deptId: Knex.Raw): Knex.QueryBuilder => query.where("dept_id", deptId);

/** Narrows to those of a division and below it, given its prefix. */
export const inDivision = (query: Knex.QueryBuilder, prefix: Knex.Raw): Knex.QueryBuilder =>
  query.whereRaw("starts_with(division_code, ?)", [prefix]);

/** Narrows to those that implement a catalogue item. */
export const ofCatalogueItem = (query: Knex.QueryBuilder, catalogCode: Knex.Raw): Knex.QueryBuilder =>
  query.where("catalog_code", catalogCode);

/** Fewest ratings whose average is compared. */
const LEAST_RATINGS = 5;

/** The same with the average of ratings in millionths of a star as a column `rating`, as the last refresh found it; matters with few ratings are left out. */
export const ratedMatterQuery = (db: Knex, inner: Knex.QueryBuilder): Knex.QueryBuilder =>
  db
    .select("*")
    .from(
      inner
        .join("rating_statistics", "matter_id", "service_matters.id")
        .where("ratings", ">=", LEAST_RATINGS)
        .select(db.raw("(stars * 1000000::bigint / ratings)::int as rating"))
        .as("rated"),
    );

/** A version as it is kept: of which matter, and whose it is. */
export interface KeptVersion extends ServiceMatterVersion {
  readonly matterId: string;
  readonly status: EditorialStatus;
}

/** Versions of these matters, newest first; access is decided by the service. */
export const listVersions = async (db: Knex, ids: readonly string[]): Promise<KeptVersion[]> => {
  const rows = (await db("service_matter_versions")
    .select(MATTER_VERSIONS.columns())
    .whereIn("matter_id", [...ids])
    .orderBy("version", "desc")) as MatterVersionRow[];
  return rows.map((row) => shownVersion(row, {}));
};
