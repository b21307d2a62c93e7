/** SQL of the links that an imported list makes between services and matters. */
import type { Knex } from "knex";
import { insertRecords } from "../../../platform/database/index.js";
import { SERVICE_MATTER_LINKS } from "./intermediary-service.rows.js";

/** A published matter, as the matters service gives it. */
export interface LinkedMatter {
  readonly id: string;
  readonly deptId: string;
  readonly divisionCode: string;
}

/** Makes these the links of each service. */
export const replaceLinks = async (
  trx: Knex.Transaction,
  services: readonly { readonly code: string; readonly matters: readonly LinkedMatter[] }[],
): Promise<void> => {
  if (services.length === 0) return;
  await trx("service_matter_links")
    .whereIn(
      "service_code",
      services.map(({ code }) => code),
    )
    .delete();
  const links = services.flatMap(({ code, matters }) =>
    [...new Map(matters.map((matter) => [matter.id, matter])).values()].map(({ id, deptId, divisionCode }) => ({
      matterId: id,
      serviceCode: code,
      deptId,
      divisionCode,
    })),
  );
  await insertRecords(trx, SERVICE_MATTER_LINKS, links);
};
