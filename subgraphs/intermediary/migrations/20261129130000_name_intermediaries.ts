/** An intermediary is a private body (中介机构), an agency a government one (行政机关): tables and columns say which. */
import {
  renamePlaces,
  renamePlacesBack,
  type Migration,
  type RenamedPlaces,
} from "../../../platform/database/index.js";

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
};

/** Renames them, and the rule of findings that has the word. */
export const nameIntermediaries: Migration = {
  name: "20261129130000_name_intermediaries",
  async up(knex) {
    await renamePlaces(knex, PLACES);
    await knex("intermediary_findings").where({ rule: "RELATED_AGENCY" }).update({ rule: "RELATED_INTERMEDIARY" });
  },
  async down(knex) {
    await knex("intermediary_findings").where({ rule: "RELATED_INTERMEDIARY" }).update({ rule: "RELATED_AGENCY" });
    await renamePlacesBack(knex, PLACES);
  },
};
