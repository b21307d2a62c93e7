/** A project is told by public notice (公告), its result is in publicity (公示), and a sanction needs prior notice (告知). */
import { createRenaming, type RenamedPlaces } from "../../../platform/database/index.js";

/** Names of before and since. */
export const PLACES: RenamedPlaces = {
  columns: [
    ["intermediary_procurements", "announced_on", "public_notice_on"],
    ["intermediary_sanctions", "noticed_on", "prior_notice_on"],
  ],
  values: [
    ["intermediary_procurements", "state", "ANNOUNCED", "UNDER_PUBLIC_NOTICE"],
    ["intermediary_procurements", "state", "PUBLICISED", "IN_PUBLICITY"],
  ],
};

/** Renames them. */
export const nameNotices = createRenaming("20261129190000_name_notices", PLACES);
