/** Exchange file of ratings (好差评) as everybody may read them: without the case and who rated, with comments that passed moderation. */
import { ANONYMOUS } from "../../../platform/auth/viewer.js";
import { codeOf, flagOf, listOf, type ExportedRow, type ExportKind } from "../../../platform/export/index.js";
import { RATING_FIELDS } from "./rating-fields.js";
import { readsBack } from "./rating-given.js";
import { CHANNELS, STAGES, STARS } from "./rating.words.js";
import { shownComment } from "./service-rating.policy.js";
import { publicRatingsQuery, type ExportedRatingRow } from "./service-rating.repository.js";

/** Rows of the table. A row without its case is found again by the number of the rating. */
export const ratingExport: ExportKind<ExportedRatingRow> = {
  kind: "ratings",
  fields: RATING_FIELDS,
  written: [
    ...[
      "ratingNo",
      "serviceNumber",
      "taskCode",
      "stage",
      "stars",
      "channel",
      "tags",
      "comment",
      "ratedOn",
      "byDefault",
    ],
  ],
  reasons: {
    CASE_NUMBER:
      "the case that was rated is not public: the row comes back where its rating is, and is no new rating elsewhere.",
    TAGS: "ticked words that hold a comma or a blank, or are digits, can not be told apart in a cell: the file says nothing of them.",
    RECTIFICATION: "how a bad rating is put right has no column in this table, and the file leaves it as it is.",
  },
  publicRows: publicRatingsQuery,
  toRows: (rows) => Promise.resolve(rows.map(toRow)),
};

const toRow = (row: ExportedRatingRow): ExportedRow => ({
  cells: {
    ratingNo: row.id,
    serviceNumber: String(row.service_number),
    taskCode: row.matter_code ?? undefined,
    stage: codeOf(STAGES, row.stage),
    stars: codeOf(STARS, row.stars),
    channel: codeOf(CHANNELS, row.channel),
    tags: row.tags.every(readsBack) ? listOf(row.tags) : undefined,
    comment: shownComment(ANONYMOUS, row),
    ratedOn: row.rated_on,
    byDefault: flagOf(row.by_default),
  },
  leftOut: [
    "CASE_NUMBER",
    ...(row.tags.every(readsBack) ? [] : ["TAGS"]),
    ...(row.rectification_state === null ? [] : ["RECTIFICATION"]),
  ],
});
