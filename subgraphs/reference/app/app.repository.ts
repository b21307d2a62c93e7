/** SQL of apps. Rows that a viewer may not know of are left out in SQL, counts included. */
import { randomBytes } from "node:crypto";
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableRows, toRow, type NewOf } from "../../../platform/database/index.js";
import type { AppState } from "./app.machine.js";
import { WHOSE_APP } from "./app.policy.js";
import { APPS, type AppRow } from "./app.rows.js";
import type { RegisteredApp } from "./app.type.js";

const shown = APPS.to<RegisteredApp>()();

/** Domain object of a row. */
export const toApp = (row: AppRow): RegisteredApp => shown(row, {});

/** Apps with these client ids, in no order; access is decided by the service. */
export const findApps = async (db: Knex, clientIds: readonly string[]): Promise<AppRow[]> =>
  (await db(APPS.name)
    .select(APPS.columns())
    .whereIn("client_id", [...clientIds])) as AppRow[];

/** What the gateway goes by, of these client ids; nothing of who owns an app or answers for it is read. */
export const findQuotas = async (
  db: Knex,
  clientIds: readonly string[],
): Promise<Pick<AppRow, "client_id" | "state" | "points_a_minute" | "points_a_day">[]> =>
  db(APPS.name)
    .select("client_id", "state", "points_a_minute", "points_a_day")
    .whereIn("client_id", [...clientIds]);

/** Apps of one answer to whoever keeps a realm in step. */
const APPS_A_PART = 500;

/** What a realm's client is made of, of apps that were approved once, after this id; nothing of who answers for them is read. */
export const findDecidedApps = async (
  db: Knex,
  after: string,
): Promise<Pick<AppRow, "client_id" | "name" | "state" | "redirect_uris" | "scopes" | "keys">[]> =>
  db(APPS.name)
    .select("client_id", "name", "state", "redirect_uris", "scopes", "keys")
    .whereNotNull("approved_on")
    .where("client_id", ">", after)
    .orderBy("client_id")
    .limit(APPS_A_PART);

/** Apps that the viewer may know of; the caller adds order and page. */
export const appsQuery = (db: Knex, viewer: Viewer, state: AppState | undefined): Knex.QueryBuilder => {
  const query = readableRows(db(APPS.name).select(APPS.columns()), WHOSE_APP, { viewer });
  return state === undefined ? query : query.where({ state });
};

/** Inserts an app under a client id that nobody can guess, and answers with it. */
export const insertApp = async (
  trx: Knex,
  record: Omit<NewOf<typeof APPS>, "clientId" | "version">,
): Promise<string> => {
  const clientId = `app-${randomBytes(8).toString("hex")}`;
  await trx(APPS.name).insert(toRow(APPS, { ...record, clientId }));
  return clientId;
};
