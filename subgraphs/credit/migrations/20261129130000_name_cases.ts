/** The number of a case (办件编号) has the name of the graph, and a list of trustworthy bodies (守信激励对象名单) is called so. */
import type { Knex } from "knex";
import {
  renamePlaces,
  renamePlacesBack,
  type Migration,
  type RenamedPlaces,
} from "../../../platform/database/index.js";

/** Names of before and since. */
export const PLACES: RenamedPlaces = {
  columns: [
    ["licences", "project_no", "case_no"],
    ["commitments", "project_no", "case_no"],
  ],
};

const renameKind = async (knex: Knex, before: string, after: string): Promise<void> => {
  await knex.raw("alter table list_entries drop constraint list_entries_kind");
  await knex("list_entries").where({ kind: before }).update({ kind: after });
  await knex.raw(
    `alter table list_entries add constraint list_entries_kind check (kind in ('${after}', 'WATCH', 'SERIOUS', 'ABNORMAL'))`,
  );
};

/** Renames them. */
export const nameCases: Migration = {
  name: "20261129130000_name_cases",
  async up(knex) {
    await renamePlaces(knex, PLACES);
    await renameKind(knex, "RED", "TRUSTWORTHY");
  },
  async down(knex) {
    await renameKind(knex, "TRUSTWORTHY", "RED");
    await renamePlacesBack(knex, PLACES);
  },
};
