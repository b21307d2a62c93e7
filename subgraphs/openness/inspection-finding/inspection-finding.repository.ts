/** SQL of findings. */
import type { Knex } from "knex";
import { comeBy } from "../../../platform/domain/index.js";
import type { AskedBy } from "../context.js";
import { lateSql, standingOn } from "../published-record/due-day.js";
import type { RecordTable } from "../published-record/published-record.repository.js";
import type { InspectionFindingFilter } from "./inspection-finding.input.js";
import { findingState } from "./inspection-finding.js";
import { INSPECTION_FINDINGS, type InspectionFindingRow } from "./inspection-finding.rows.js";
import type { InspectionFinding } from "./inspection-finding.type.js";

const shown = INSPECTION_FINDINGS.to<InspectionFinding>()(
  ...(["begunOn", "measures", "rectifiedOn", "verifiedOn", "resultPublishedOn", "publishedOn"] as const),
);

/** The table, as records are read from it. */
export const FINDINGS: RecordTable<InspectionFindingRow, InspectionFinding> = {
  name: INSPECTION_FINDINGS.name,
  columns: INSPECTION_FINDINGS.columns,
  toNode(row, day) {
    const begunOn = comeBy(row.begun_on, day);
    const days = {
      ...{ begunOn, rectifiedOn: comeBy(row.rectified_on, day), verifiedOn: comeBy(row.verified_on, day) },
      resultPublishedOn: comeBy(row.result_published_on, day),
    };
    return shown(row, {
      ...days,
      measures: begunOn === undefined ? undefined : (row.measures ?? undefined),
      publishedOn: comeBy(row.published_on, day),
      state: findingState(days),
      ...standingOn({ dueOn: row.due_on, doneOn: days.rectifiedOn }, day),
    });
  },
};

/** Leaves findings that fit. */
export const narrowFindings = (query: Knex.QueryBuilder, filter: InspectionFindingFilter, { day }: AskedBy): void => {
  if (filter.source != null) query.where("source", filter.source);
  if (filter.late != null) query.whereRaw(`${filter.late ? "" : "not "}(${lateSql("rectified_on")})`, [day]);
};
