/** A body is given prior notice (告知) before it is listed. */
import { createRenaming, type RenamedPlaces } from "../../../../platform/database/index.js";

/** Names of before and since. */
export const PLACES: RenamedPlaces = { columns: [["list_entries", "notice_on", "prior_notice_on"]] };

/** Renames it. */
export const namePriorNotices = createRenaming("20261129190000_name_prior_notices", PLACES);
