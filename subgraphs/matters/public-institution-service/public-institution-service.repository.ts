/** SQL of services of public enterprises and institutions. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/index.js";
import { beginningWith, whereNameMatches } from "../../../platform/database/index.js";
import type { TimeLimit } from "../../../platform/graphql/index.js";
import type { PublicInstitutionServiceFilter } from "./public-institution-service.input.js";
import type {
  PublicInfoItem,
  PublicInstitutionService,
  PublicServicePrice,
  PublicServiceSector,
} from "./public-institution-service.type.js";

/** What of a service is kept as one JSON document: shown whole, never searched. The amount of the price is a column. */
export interface PublicServiceContent {
  readonly serviceTarget?: string;
  readonly standard?: string;
  readonly price?: Omit<PublicServicePrice, "amount">;
  readonly hotline?: string;
  readonly timeLimit?: TimeLimit;
  readonly infoItems: PublicInfoItem[];
}

/** A row of public_institution_services. */
export interface PublicServiceRow {
  id: string;
  institution_id: string;
  competent_dept_id: string | null;
  division_code: string;
  sector: PublicServiceSector;
  service_name: string;
  price_fen: bigint | null;
  content: PublicServiceContent;
  rank?: number;
}

const COLUMNS = [
  "id",
  "institution_id",
  "competent_dept_id",
  "division_code",
  "sector",
  "service_name",
  "price_fen",
  "content",
];

/** Domain object of a row. */
export const toPublicService = ({ content, ...row }: PublicServiceRow): PublicInstitutionService => ({
  ...content,
  id: row.id,
  sector: row.sector,
  serviceName: row.service_name,
  price: content.price && { ...content.price, amount: row.price_fen ?? undefined },
  institutionId: row.institution_id,
  competentDeptId: row.competent_dept_id ?? undefined,
  divisionCode: row.division_code,
});

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
