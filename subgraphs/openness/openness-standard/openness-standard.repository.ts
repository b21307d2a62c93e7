/** SQL of standards, and of the documents by which they are checked: those that a viewer may not know of never leave the database. */
import type { Knex } from "knex";
import type { RowOf } from "../../../platform/database/index.js";
import type { AskedBy } from "../context.js";
import { readableDocuments } from "../public-document/public-document.repository.js";
import { PUBLIC_DOCUMENTS } from "../public-document/public-document.rows.js";
import type { OpennessStandardFilter } from "./openness-standard.input.js";
import { OPENNESS_STANDARDS, type OpennessStandardRow } from "./openness-standard.rows.js";
import type { OpennessStandard } from "./openness-standard.type.js";
import type { Quarter } from "./openness-standard.js";

const shown = OPENNESS_STANDARDS.to<OpennessStandard>()("dueAmount", "dueUnit", "dueFrom");

/** The standard of a row. */
export const toStandard = (row: OpennessStandardRow): OpennessStandard => {
  const { due_amount: amount, due_unit: unit, due_from: from } = row;
  return shown(row, {
    checkable: row.checked_kind !== null,
    dueRule: amount === null || unit === null || from === null ? undefined : { amount, unit, from },
  });
};

/** Standards that fit; the caller adds order and page. */
export const standards = (db: Knex, filter: OpennessStandardFilter = {}): Knex.QueryBuilder => {
  const query = db(OPENNESS_STANDARDS.name).select(OPENNESS_STANDARDS.columns());
  if (filter.topic != null) query.where("topic", filter.topic);
  if (filter.publisher != null) query.whereRaw("(publisher is null or position(publisher in ?) > 0)", filter.publisher);
  if (filter.manner != null) query.where("manner", filter.manner);
  if (filter.checkable != null) query.whereRaw(`checked_kind is ${filter.checkable ? "not " : ""}null`);
  return query;
};

const OF_ISSUED = ["index_no", "issuer_id", "genre", "normative", "created_on", "published_on"] as const;

/** A document of a body, with whose it is. */
export type IssuedDocument = Pick<RowOf<typeof PUBLIC_DOCUMENTS>, (typeof OF_ISSUED)[number]>;

/** Documents that these bodies made in the quarter and that the viewer may know of, the earliest first. */
export const documentsMade = async (
  db: Knex,
  asked: AskedBy,
  issuers: readonly string[],
  { from, to }: Quarter,
): Promise<IssuedDocument[]> =>
  (await readableDocuments(db, asked, OF_ISSUED)
    .whereIn("issuer_id", [...issuers])
    .whereBetween("created_on", [from, to])
    .orderBy(["created_on", "index_no"])) as IssuedDocument[];

/** Whose the documents of a body are. */
export type IssuerOwner = Pick<RowOf<typeof PUBLIC_DOCUMENTS>, "issuer_id" | "issuer_uscc" | "division_code">;

/** Whose the documents of these bodies are, each owner once. */
export const ownersOf = async (db: Knex, issuers: readonly string[]): Promise<IssuerOwner[]> =>
  (await db("public_documents")
    .distinct("issuer_id", "issuer_uscc", "division_code")
    .whereIn("issuer_id", [...issuers])) as IssuerOwner[];
