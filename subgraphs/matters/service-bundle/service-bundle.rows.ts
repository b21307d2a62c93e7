/** Columns of bundles and of which matters are in them, once: row, select list and mapping come from here. */
import { defineTable, integer, searchWords, text, texts, type RowOf } from "../../../platform/database/index.js";
import type { ServiceRecipient } from "../matter/matter.enums.js";

/** Bundles of matters (高效办成一件事). */
export const SERVICE_BUNDLES = defineTable("service_bundles", {
  code: text("code"),
  name: text("name"),
  theme: text("theme").nullable(),
  serves: texts("serves").of<ServiceRecipient[]>(),
  // None for the whole province.
  divisionCode: text("division_code").nullable(),
  search: searchWords("search"),
});

/** A row of service_bundles; `rank` where it was searched for. */
export interface BundleRow extends RowOf<typeof SERVICE_BUNDLES> {
  readonly rank?: number;
}

/** Matters of bundles, in the order of each. */
export const BUNDLE_MATTERS = defineTable("service_bundle_matters", {
  bundleCode: text("bundle_code"),
  position: integer("position").unread("their order"),
  matterId: text("matter_id"),
});

/** A row of service_bundle_matters. */
export type BundleMatterRow = RowOf<typeof BUNDLE_MATTERS>;
