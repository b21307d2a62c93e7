/** SQL of service matters; rows become domain objects here. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import { divisionPrefix, type Viewer } from "../../../platform/auth/index.js";
import { beginningWith, readableRows, whereNameMatches } from "../../../platform/database/index.js";
import { type ProjectType, type ServerType, type TaskState, type TaskType, type UseLevel } from "./matter.enums.js";
import { EditorialStatus } from "./matter.machine.js";
import type { ServiceMatterFilter } from "./matter.input.js";
import { WHOSE_MATTER } from "./matter.policy.js";
import type { ServiceMatter, ServiceMatterVersion } from "./matter.js";
import { MATERIALS_HOLD_SQL, PROMISE_EXCEEDS_SQL, STORED_MATTER, materialsWith } from "./matter.stored.js";

/** A row of service_matters. */
export interface MatterRow {
  id: string;
  task_code: string | null;
  task_handle_item: string | null;
  local_task_code: string | null;
  catalog_code: string | null;
  task_name: string;
  task_type: TaskType;
  task_state: TaskState;
  status: EditorialStatus;
  version: number;
  dept_id: string;
  dept_uscc: string | null;
  division_code: string;
  use_level: UseLevel | null;
  server_types: ServerType[];
  project_type: ProjectType | null;
  visits: number | null;
  is_fee: boolean | null;
  is_online: boolean | null;
  themes: string[];
  legal_basis_ids: string[];
  content: unknown;
  rank?: number;
  rating?: number;
}

const COLUMNS = [
  "id",
  "task_code",
  "task_handle_item",
  "local_task_code",
  "catalog_code",
  "task_name",
  "task_type",
  "task_state",
  "status",
  "version",
  "dept_id",
  "dept_uscc",
  "division_code",
  "use_level",
  "server_types",
  "project_type",
  "visits",
  "is_fee",
  "is_online",
  "themes",
  "legal_basis_ids",
  "content",
];

/** Domain object of a row. */
export const toMatter = (row: MatterRow): ServiceMatter => {
  const { materials, jointDeptIds = [], onlineDepth = [], ...content } = STORED_MATTER.read(row.content);
  return {
    ...content,
    allMaterials: materials,
    jointDeptIds,
    onlineDepth,
    themes: row.themes,
    id: row.id,
    taskCode: row.task_code ?? undefined,
    taskHandleItem: row.task_handle_item ?? undefined,
    localTaskCode: row.local_task_code ?? undefined,
    catalogCode: row.catalog_code ?? undefined,
    taskName: row.task_name,
    taskType: row.task_type,
    taskState: row.task_state,
    status: row.status,
    version: row.version,
    deptId: row.dept_id,
    deptUscc: row.dept_uscc ?? undefined,
    divisionCode: row.division_code,
    useLevel: row.use_level ?? undefined,
    serverTypes: row.server_types,
    projectType: row.project_type ?? undefined,
    limitSceneNum: row.visits ?? undefined,
    isFee: row.is_fee ?? undefined,
    isOnline: row.is_online ?? undefined,
    legalBasisIds: row.legal_basis_ids,
  };
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
  if (filter?.serverTypes) query.whereRaw("server_types && ?::text[]", [filter.serverTypes]);
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

/** Versions of these matters, newest first; access is decided by the service. */
export const listVersions = async (
  db: Knex,
  ids: readonly string[],
): Promise<(ServiceMatterVersion & { matterId: string; status: EditorialStatus })[]> => {
  const rows = (await db("service_matter_versions")
    .select("matter_id", "version", "task_name", "status", "valid_from", "valid_to")
    .whereIn("matter_id", [...ids])
    .orderBy("version", "desc")) as {
    matter_id: string;
    version: number;
    task_name: string;
    status: EditorialStatus;
    valid_from: string | null;
    valid_to: string | null;
  }[];
  return rows.map((row) => ({
    matterId: row.matter_id,
    version: row.version,
    status: row.status,
    taskName: row.task_name,
    validFrom: row.valid_from ?? undefined,
    validTo: row.valid_to ?? undefined,
  }));
};
