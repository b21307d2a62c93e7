/** SQL of names and divisions that a list of organisations says anew. */
import type { Knex } from "knex";
import { searchVector } from "../../../platform/database/index.js";
import { addDays, type LocalDate } from "../../../platform/domain/index.js";
import type { OrganizationRow } from "./organization.rows.js";
import { STORED_NAMED_PERIOD } from "./organization.stored.js";

/** A name and a division, as a list says them. */
export interface ListedName {
  readonly id: string;
  readonly name: string;
  readonly divisionCode: string | undefined;
}

type KnownName = Pick<OrganizationRow, "id" | "name" | "short_name" | "former_names" | "division_code">;

/** What a list changes of an organisation. A name that it had before, and its short name, are no new ones. */
const changesOf = (
  trx: Knex.Transaction,
  { name, short_name: short, former_names: former, division_code: division }: KnownName,
  listed: ListedName,
  today: LocalDate,
): Record<string, unknown> => {
  const moved = listed.divisionCode !== undefined && listed.divisionCode !== division;
  const renamed = ![name, short, ...former.map((period) => period.name)].includes(listed.name);
  const period = STORED_NAMED_PERIOD.write({ name, to: addDays(today, -1) });
  return {
    ...(moved ? { division_code: listed.divisionCode } : {}),
    ...(renamed
      ? {
          name: listed.name,
          search: searchVector(trx, listed.name),
          former_names: trx.raw("former_names || ?::jsonb", [JSON.stringify([period])]),
        }
      : {}),
  };
};

/** Writes what is new; the name before stays among the former ones, until the day before. Gives the ids of those that it changed. */
export const updateNames = async (
  trx: Knex.Transaction,
  listed: readonly ListedName[],
  today: LocalDate,
): Promise<Set<string>> => {
  const said = new Map(listed.map((row) => [row.id, row]));
  const known = (await trx("organizations")
    .select("id", "name", "short_name", "former_names", "division_code")
    .whereIn("id", [...said.keys()])) as KnownName[];
  const changed = new Set<string>();
  for (const row of known) {
    const changes = changesOf(trx, row, said.get(row.id)!, today);
    if (Object.keys(changes).length === 0) continue;
    await trx("organizations").where({ id: row.id }).update(changes);
    changed.add(row.id);
  }
  return changed;
};
