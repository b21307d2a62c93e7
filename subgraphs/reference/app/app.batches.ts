/** What registered apps may ask, for the gateway, and what their clients are, for the realm. */
import type { BatchCall } from "../../../platform/subgraph/loading.js";
import type { AppInForce, AppOfRealm } from "../../../platform/subgraph/wire.js";
import { AppState } from "./app.machine.js";
import { findDecidedApps, findQuotas } from "./app.repository.js";
import type { AppRow } from "./app.rows.js";

/** An app that was never approved is none: its client has what every client has. */
const inForce = ({
  state,
  points_a_minute: aMinute,
  points_a_day: aDay,
}: Pick<AppRow, "state" | "points_a_minute" | "points_a_day">): AppInForce | null => {
  if (aMinute === null || aDay === null) return null;
  return { isOpen: state === AppState.APPROVED, quota: { aMinute, aDay } };
};

/** Apps by client id, in the same order; null where there is none that was approved. */
export const appsInForce: BatchCall = async (input, { db }) => {
  const ids = input as string[];
  const found = new Map((await findQuotas(db, ids)).map((row) => [row.client_id, inForce(row)]));
  return ids.map((id) => found.get(id) ?? null);
};

/** Apps that were approved once, in the order of their ids, after that one (empty: from the first on); a realm knows no others. */
export const appsOfRealm: BatchCall = async (input, { db }): Promise<readonly AppOfRealm[]> =>
  (await findDecidedApps(db, input as string)).map((row) => ({
    ...{ clientId: row.client_id, name: row.name, isOpen: row.state === AppState.APPROVED },
    ...{ redirectUris: row.redirect_uris, scopes: row.scopes, keys: row.keys },
  }));
