/** Publicity (公示) and public notice (公告) are two things, and both together are publications of funds. */
import type { Knex } from "knex";
import {
  renamePlaces,
  renamePlacesBack,
  type Migration,
  type RenamedPlaces,
} from "../../../platform/database/index.js";

/** Names of before and since. */
export const PLACES: RenamedPlaces = {
  tables: [["fund_announcements", "fund_publications"]],
  values: [
    ["fund_publications", "kind", "BEFORE", "PUBLICITY"],
    ["fund_publications", "kind", "AFTER", "PUBLIC_NOTICE"],
    ["fund_projects", "state", "PUBLICISED", "IN_PUBLICITY"],
    ["fund_projects", "state", "ANNOUNCED", "PUBLIC_NOTICE_GIVEN"],
  ],
};

const allowKinds = (knex: Knex, table: string, ...kinds: readonly string[]): Promise<unknown> =>
  knex.raw(
    `alter table ${table} add constraint fund_publications_kind check (kind in (${kinds.map((kind) => `'${kind}'`).join(", ")}))`,
  );

/** The check of the kind has no name that was given to it. */
const dropCheckOfKind = async (knex: Knex): Promise<void> => {
  const { rows } = (await knex.raw(
    `select conname from pg_constraint where conrelid = 'fund_announcements'::regclass and contype = 'c' and position('BEFORE' in pg_get_constraintdef(oid)) > 0`,
  )) as { rows: { conname: string }[] };
  for (const { conname } of rows) await knex.raw("alter table fund_announcements drop constraint ??", [conname]);
};

/** Renames them. */
export const namePublications: Migration = {
  name: "20261129190000_name_publications",
  async up(knex) {
    await dropCheckOfKind(knex);
    await renamePlaces(knex, PLACES);
    await allowKinds(knex, "fund_publications", "PUBLICITY", "PUBLIC_NOTICE");
  },
  async down(knex) {
    await knex.raw("alter table fund_publications drop constraint fund_publications_kind");
    await renamePlacesBack(knex, PLACES);
    await allowKinds(knex, "fund_announcements", "BEFORE", "AFTER");
  },
};
