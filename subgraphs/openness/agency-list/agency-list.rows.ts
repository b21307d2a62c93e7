/** Columns of agency_lists, their versions and items, once: row, select list and mapping come from here. */
import { day, defineTable, integer, text, texts, type RowOf } from "../../../platform/database/index.js";
import type { AgencyListKind, ListRestriction, PowerKind } from "./agency-list.enums.js";

/** Lists of powers, duties and what is barred (权力清单、责任清单、负面清单). */
export const AGENCY_LISTS = defineTable("agency_lists", {
  id: text("id"),
  kind: text("kind").of<AgencyListKind>(),
  name: text("name"),
  organId: text("organ_id"),
  organUscc: text("organ_uscc"),
  divisionCode: text("division_code"),
  publishedOn: day("published_on").nullable(),
});

/** A row of agency_lists. */
export type AgencyListRow = RowOf<typeof AGENCY_LISTS>;

/** Versions of lists, each with the course of its adjustment. */
export const AGENCY_LIST_VERSIONS = defineTable("agency_list_versions", {
  listId: text("list_id"),
  number: integer("number"),
  organUscc: text("organ_uscc"),
  divisionCode: text("division_code"),
  cause: text("cause"),
  causedOn: day("caused_on").nullable(),
  appliedOn: day("applied_on").nullable(),
  reviewedOn: day("reviewed_on").nullable(),
  approvedOn: day("approved_on").nullable(),
  publishedOn: day("published_on").nullable(),
});

/** A row of agency_list_versions. */
export type AgencyListVersionRow = RowOf<typeof AGENCY_LIST_VERSIONS>;

/** Items of lists, each in the wording that holds from one version until another. */
export const AGENCY_LIST_ITEMS = defineTable("agency_list_items", {
  listId: text("list_id"),
  code: text("code"),
  since: integer("since"),
  until: integer("until").nullable(),
  name: text("name"),
  powerKind: text("power_kind").of<PowerKind>().nullable(),
  restriction: text("restriction").of<ListRestriction>().nullable(),
  catalogCode: text("catalog_code").nullable(),
  content: text("content").nullable(),
  duties: texts("duties").byDefault(),
  supervision: text("supervision").nullable(),
  accountability: text("accountability").nullable(),
  basisIds: texts("basis_ids").byDefault(),
});

/** A row of agency_list_items. */
export type AgencyListItemRow = RowOf<typeof AGENCY_LIST_ITEMS>;
