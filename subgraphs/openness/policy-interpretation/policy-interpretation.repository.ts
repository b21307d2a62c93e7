/** SQL of interpretations and of documents that have none; those that a viewer may not know of never leave the database. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows, type RecordOf, type RowOf } from "../../../platform/database/index.js";
import { comeBy } from "../../../platform/domain/index.js";
import type { AskedBy } from "../context.js";
import { readableDocuments, visibleDocuments } from "../public-document/public-document.repository.js";
import type { MissingInterpretationFilter, PolicyInterpretationFilter } from "./policy-interpretation.input.js";
import { WHOSE_INTERPRETATION } from "./policy-interpretation.policy.js";
import {
  INTERPRETATION_QUESTIONS,
  POLICY_INTERPRETATIONS,
  type PolicyInterpretationRow,
} from "./policy-interpretation.rows.js";
import type { PolicyInterpretation } from "./policy-interpretation.type.js";

/** A stored question with its answer. */
export type StoredQuestion = RecordOf<typeof INTERPRETATION_QUESTIONS>;

const shown = POLICY_INTERPRETATIONS.to<PolicyInterpretation>()("publishedOn");

/** The interpretation of a row: a publication after the day has not happened yet. */
export const toInterpretation =
  (day: string) =>
  (row: PolicyInterpretationRow): PolicyInterpretation =>
    shown(row, { publishedOn: comeBy(row.published_on, day) });

/** Interpretations that the viewer may know of, as of their documents. */
const visibleInterpretations = (db: Knex, asked: AskedBy): Knex.QueryBuilder =>
  readableRows(db(POLICY_INTERPRETATIONS.name).select(POLICY_INTERPRETATIONS.columns()), WHOSE_INTERPRETATION, {
    viewer: asked.viewer,
    today: asked.day,
  }).whereIn("index_no", readableDocuments(db, asked, ["index_no"]));

/** Published ones that fit; the caller adds order and page. */
export const publishedInterpretations = (
  db: Knex,
  asked: AskedBy,
  filter: PolicyInterpretationFilter,
): Knex.QueryBuilder => {
  const query = visibleInterpretations(db, asked).where("published_on", "<=", asked.day);
  if (filter.kinds) query.whereIn("kind", filter.kinds);
  if (filter.division) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  if (filter.publishedFrom) query.where("published_on", ">=", filter.publishedFrom);
  if (filter.publishedTo) query.where("published_on", "<=", filter.publishedTo);
  return query;
};

/** Interpretations with these ids, in no order. */
export const findInterpretations = async (
  db: Knex,
  asked: AskedBy,
  ids: readonly string[],
): Promise<PolicyInterpretation[]> =>
  ((await visibleInterpretations(db, asked).whereIn("id", [...ids])) as PolicyInterpretationRow[]).map(
    toInterpretation(asked.day),
  );

/** The first twenty of each of these documents, the first published first, unpublished ones last. */
export const interpretationsOf = async (
  db: Knex,
  asked: AskedBy,
  indexNos: readonly string[],
): Promise<PolicyInterpretation[]> => {
  const ranked = visibleInterpretations(db, asked)
    .select(db.raw("row_number() over (partition by index_no order by published_on, id) as place"))
    .whereIn("index_no", [...indexNos]);
  const rows = await db.from(ranked.as("ranked")).where("place", "<=", 20).orderBy(["index_no", "place"]);
  return (rows as PolicyInterpretationRow[]).map(toInterpretation(asked.day));
};

/** The first fifty questions of these interpretations in their order. */
export const findQuestions = async (db: Knex, ids: readonly string[]): Promise<StoredQuestion[]> =>
  (
    (await db(INTERPRETATION_QUESTIONS.name)
      .select(INTERPRETATION_QUESTIONS.columns())
      .whereIn("interpretation_id", [...ids])
      .where("position", "<=", 50)
      .orderBy(["interpretation_id", "position"])) as RowOf<typeof INTERPRETATION_QUESTIONS>[]
  ).map(INTERPRETATION_QUESTIONS.toRecord);

/** Normative documents that were published on the last day or before and have no interpretation that is published on the day of the request. */
export const documentsWithout = (
  db: Knex,
  asked: AskedBy,
  { lastDay, filter }: { readonly lastDay: string; readonly filter: MissingInterpretationFilter },
): Knex.QueryBuilder =>
  visibleDocuments(db, asked, { filter: { ...filter, normative: true } })
    .where("published_on", "<=", lastDay)
    .whereRaw(
      `not exists (select 1 from policy_interpretations i
         where i.index_no = public_documents.index_no and i.published_on <= ?)`,
      [asked.day],
    );
