/** An intermediary is a private body (中介机构), an agency a government one (行政机关): tables and columns say which. */
import { createRenaming, type RenamedPlaces } from "../../../platform/database/index.js";

/** Names of before and since. */
export const PLACES: RenamedPlaces = {
  tables: [
    ["agencies", "intermediaries"],
    ["agency_services", "provided_services"],
    ["agency_staff", "intermediary_staff"],
    ["agency_relations", "intermediary_relations"],
    ["agency_figures", "intermediary_figures"],
    ["agency_sanctions", "intermediary_sanctions"],
    ["agency_year_scores", "intermediary_year_scores"],
    ["market_projects", "intermediary_procurements"],
  ],
  columns: [
    "provided_services",
    "intermediary_staff",
    "intermediary_figures",
    "intermediary_sanctions",
    "intermediary_year_scores",
    "intermediary_findings",
    "bids",
    "engagements",
  ].map((table) => [table, "agency_id", "intermediary_id"]),
  values: [["intermediary_findings", "rule", "RELATED_AGENCY", "RELATED_INTERMEDIARY"]],
};

/** Renames them, and the rule of findings that has the word. */
export const nameIntermediaries = createRenaming("20261129130000_name_intermediaries", PLACES);
