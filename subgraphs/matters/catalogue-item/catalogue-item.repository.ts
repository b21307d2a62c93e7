/** SQL of catalogue items. */
import type { Knex } from "knex";
import { whereNameMatches } from "../../../platform/database/index.js";
import type { PageArgs } from "../../../platform/graphql/connection.type.js";
import type { CursorCodec, Page } from "../../../platform/graphql/lists/index.js";
import { readPage } from "../../../platform/graphql/page.js";
import type { CatalogueItem } from "./catalogue-item.js";
import { CATALOGUE_ITEMS, type CatalogueItemRow } from "./catalogue-item.rows.js";

const COLUMNS = CATALOGUE_ITEMS.columns();
const shown = CATALOGUE_ITEMS.to<CatalogueItem>()();

const toCatalogueItem = (row: CatalogueItemRow): CatalogueItem => shown(row, {});

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
