/** SQL of catalogue items. */
import type { Knex } from "knex";
import { whereNameMatches } from "../../../platform/database/index.js";
import { readPage, type CursorCodec, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { TaskState, TaskType, UseLevel } from "../matter/matter.enums.js";
import type { CatalogueItem } from "./catalogue-item.type.js";

interface CatalogueItemRow {
  catalog_code: string;
  task_name: string;
  task_type: TaskType;
  use_levels: UseLevel[];
  version: number;
  legal_basis_ids: string[];
  task_state: TaskState;
  effective_from: string | null;
  cancelled_on: string | null;
}

const COLUMNS = [
  "catalog_code",
  "task_name",
  "task_type",
  "use_levels",
  "version",
  "legal_basis_ids",
  "task_state",
  "effective_from",
  "cancelled_on",
];

const toCatalogueItem = (row: CatalogueItemRow): CatalogueItem => ({
  catalogCode: row.catalog_code,
  taskName: row.task_name,
  taskType: row.task_type,
  useLevels: row.use_levels,
  version: row.version,
  legalBasisIds: row.legal_basis_ids,
  recordedState: row.task_state,
  effectiveFrom: row.effective_from ?? undefined,
  cancelledOn: row.cancelled_on ?? undefined,
});

/** Catalogue items with these codes, in no order. */
export const findCatalogueItems = async (db: Knex, codes: readonly string[]): Promise<CatalogueItem[]> =>
  (
    (await db("catalogue_items")
      .select(COLUMNS)
      .whereIn("catalog_code", [...codes])) as CatalogueItemRow[]
  ).map(toCatalogueItem);

/** What a list of catalogue items is asked for. */
export interface CatalogueQuery {
  readonly search?: string;
  /** In force on this day. */
  readonly on?: string;
}

/** A page of catalogue items by code. */
export const listCatalogueItems = (
  db: Knex,
  { search, on }: CatalogueQuery,
  page: PageArgs,
  cursors: CursorCodec,
): Promise<Page<CatalogueItem>> => {
  const query = db("catalogue_items").select(COLUMNS);
  if (search != null) whereNameMatches(query, search, "catalog_code");
  if (on !== undefined)
    query.whereRaw("(effective_from is null or effective_from <= ?) and (cancelled_on is null or cancelled_on > ?)", [
      on,
      on,
    ]);
  return readPage<CatalogueItemRow, CatalogueItem>({
    query,
    orderBy: [{ column: "catalog_code", direction: "asc" }],
    ordering: "catalogueItems:CODE",
    filter: { search, on },
    page,
    cursors,
    toNode: toCatalogueItem,
  });
};
