/** SQL of bundles and of which matters are in them. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { whereNameMatches } from "../../../platform/database/index.js";
import type { ServiceBundleFilter } from "./service-bundle.input.js";
import type { ServiceBundle } from "./service-bundle.js";
import { BUNDLE_MATTERS, SERVICE_BUNDLES, type BundleMatterRow, type BundleRow } from "./service-bundle.rows.js";

const COLUMNS = SERVICE_BUNDLES.columns("service_bundles");
const shown = SERVICE_BUNDLES.to<ServiceBundle>()();

/** Domain object of a row. */
export const toBundle = (row: BundleRow): ServiceBundle => shown(row, {});

/** Bundles with these codes, in no order. */
export const findBundles = async (db: Knex, codes: readonly string[]): Promise<ServiceBundle[]> =>
  (
    (await db("service_bundles")
      .select(COLUMNS)
      .whereIn("code", [...codes])) as BundleRow[]
  ).map(toBundle);

/** What a list of bundles is asked for. */
export interface BundleQuery {
  readonly search?: string;
  readonly filter?: ServiceBundleFilter;
}

/** Narrows to bundles of a division, given its prefix, and below it, and to those for the whole province. */
export const whereOffered = (query: Knex.QueryBuilder, prefix: string | Knex.Raw): Knex.QueryBuilder =>
  query.whereRaw("(division_code is null or starts_with(division_code, ?))", [prefix]);

/** Bundles that fit; the caller adds parent, order and page. */
export const bundleQuery = (db: Knex, { search, filter }: BundleQuery): Knex.QueryBuilder => {
  const query = db("service_bundles").select(COLUMNS);
  if (search != null) whereNameMatches(query, search, "code");
  if (filter?.theme != null) query.where("theme", filter.theme);
  if (filter?.serves) query.whereRaw("serves && ?::text[]", [filter.serves]);
  if (filter?.division) whereOffered(query, divisionPrefix(filter.division));
  return query;
};

/** Ids of the matters of these bundles, in the order of each bundle. */
export const listMatterIds = (db: Knex, codes: readonly string[]): Promise<BundleMatterRow[]> =>
  db("service_bundle_matters")
    .select(BUNDLE_MATTERS.columns())
    .whereIn("bundle_code", [...codes])
    .orderBy(["bundle_code", "position"]);

/** Bundles in which these matters are, by name. */
export const listBundlesOfMatters = async (
  db: Knex,
  matterIds: readonly string[],
): Promise<{ matterId: string; bundle: ServiceBundle }[]> => {
  const rows = (await db("service_bundle_matters")
    .join("service_bundles", "code", "bundle_code")
    .select(COLUMNS)
    .select("matter_id")
    .whereIn("matter_id", [...matterIds])
    .orderBy(["name", "code"])) as (BundleRow & { matter_id: string })[];
  return rows.map((row) => ({ matterId: row.matter_id, bundle: toBundle(row) }));
};
