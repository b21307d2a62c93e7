/** Columns of cases and matters have the names of the graph: number of a case (办件编号), handling item (业务办理项), recipients, handling type. */
import { createRenaming, type RenamedPlaces } from "../../../platform/database/index.js";

/** Names of before and since. */
export const PLACES: RenamedPlaces = {
  columns: [
    ["service_cases", "project_no", "case_no"],
    ["special_procedures", "project_no", "case_no"],
    ["electronic_licences", "project_no", "case_no"],
    ["service_ratings", "project_no", "case_no"],
    ["monitor_alerts", "project_no", "case_no"],
    ["service_matters", "task_handle_item", "handling_item_code"],
    ["service_matters", "project_type", "handling_type"],
    ["service_matters", "server_types", "serves"],
    ["service_bundles", "server_types", "serves"],
  ],
};

/** Renames them. */
export const nameCasesAndMatters = createRenaming("20261129130000_name_cases_and_matters", PLACES);
