/** SQL of whole versions. */
import type { Knex } from "knex";
import type { EditorialStatus } from "../matter/matter.machine.js";
import { MATTER_VERSIONS, type MatterVersionRow } from "../matter/matter.rows.js";
import { STORED_MATTER } from "../matter/matter.stored.js";
import type { MatterVersionContent } from "./matter-version.js";

/** Versions with these keys (`<version> <matter id>`), in no order; access is decided by the service. */
export const findVersionContents = async (
  db: Knex,
  keys: readonly string[],
): Promise<{ key: string; status: EditorialStatus; content: MatterVersionContent }[]> => {
  const rows = (await db("service_matter_versions")
    .select(...MATTER_VERSIONS.columns(), "content")
    .whereIn(
      ["matter_id", "version"],
      keys.map((key) => [key.slice(key.indexOf(" ") + 1), Number(key.slice(0, key.indexOf(" ")))]),
    )) as (MatterVersionRow & { readonly content: unknown })[];
  return rows.map((row) => ({
    key: `${row.version} ${row.matter_id}`,
    status: row.status,
    content: { taskName: row.task_name, ...STORED_MATTER.read(row.content) },
  }));
};
