/** Budget categories (预算类别), the reply of a finance bureau (批复) and kinds of aid have the terms of the law. */
import { createRenaming, type RenamedPlaces } from "../../../platform/database/index.js";

/** Names of before and since. */
export const PLACES: RenamedPlaces = {
  columns: [
    ["allotments", "book", "budget_category"],
    ["budget_disclosures", "approved_on", "replied_on"],
  ],
  values: [
    ["allotments", "budget_category", "GOVERNMENT_FUND", "GOVERNMENT_MANAGED_FUND"],
    ["fund_policies", "kind", "MINIMUM_LIVING", "SUBSISTENCE_ALLOWANCE"],
    ["assistance_targets", "category", "MINIMUM_LIVING", "SUBSISTENCE_ALLOWANCE"],
  ],
};

/** Renames them. */
export const nameCategories = createRenaming("20261129150000_name_categories", PLACES);
