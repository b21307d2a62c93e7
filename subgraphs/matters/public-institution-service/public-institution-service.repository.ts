/** SQL of services of public enterprises and institutions. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith, whereNameMatches } from "../../../platform/database/index.js";
import type { PublicInstitutionServiceFilter } from "./public-institution-service.input.js";
import type { PublicInstitutionService } from "./public-institution-service.js";
import { PUBLIC_SERVICES, type PublicServiceRow } from "./public-institution-service.rows.js";
import { STORED_PUBLIC_SERVICE } from "./public-institution-service.stored.js";

const COLUMNS = PUBLIC_SERVICES.columns();
const shown = PUBLIC_SERVICES.to<PublicInstitutionService>()("priceAmount", "content");

/** Domain object of a row. */
export const toPublicService = (row: PublicServiceRow): PublicInstitutionService => {
  const { price, ...content } = STORED_PUBLIC_SERVICE.read(row.content);
  return shown(row, { ...content, price: price && { ...price, amount: row.price_fen ?? undefined } });
};

/** Services with these ids, in no order. */
export const findPublicServices = async (db: Knex, ids: readonly string[]): Promise<PublicInstitutionService[]> =>
  (
    (await db("public_institution_services")
      .select(COLUMNS)
      .whereIn("id", [...ids])) as PublicServiceRow[]
  ).map(toPublicService);

/** What a list of services is asked for. */
export interface PublicServiceQuery {
  readonly search?: string;
  readonly filter?: PublicInstitutionServiceFilter;
}

/** Services that fit; the caller adds parent, order and page. */
export const publicServiceQuery = (db: Knex, { search, filter }: PublicServiceQuery): Knex.QueryBuilder => {
  const query = db("public_institution_services").select(COLUMNS);
  if (search != null) whereNameMatches(query, search, "id");
  if (filter?.sectors) query.whereIn("sector", filter.sectors);
  if (filter?.division) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  return query;
};

/** Narrows to those that an institution offers. */
export const ofInstitution = (query: Knex.QueryBuilder, id: Knex.Raw): Knex.QueryBuilder =>
  query.where("institution_id", id);

/** Narrows to those of a division and below it, given its prefix. */
export const inDivision = (query: Knex.QueryBuilder, prefix: Knex.Raw): Knex.QueryBuilder =>
  query.whereRaw("starts_with(division_code, ?)", [prefix]);
