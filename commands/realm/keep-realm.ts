/** Keeps the clients of a realm as apps are registered: makes those that are missing, changes what differs, leaves what is not ours. */
import type { AppOfRealm } from "../../platform/subgraph/wire.js";
import { changed, clientOfApp, differencesOf, MARK } from "./client-of-app.js";
import { ClientRefused, type KeptClient, type RealmAdmin } from "./realm-admin.js";

/** What is done with an app; `refused` where the realm does not take it, which holds up no other. */
export type Kept = "made" | "changed" | "same" | "left" | "refused";

/** What is told of an app. */
export interface Told {
  readonly clientId: string;
  readonly kept: Kept;
  /** Names of what differed; of a refused one what the realm says. */
  readonly differences: readonly string[];
}

/** How a round is kept. */
interface Round {
  readonly admin: RealmAdmin;
  /** Clients as they stood when it began. */
  readonly clients: ReadonlyMap<string, KeptClient>;
  readonly trial: boolean;
}

/** Keeps one app's client; with `trial` nothing is written. An app that ended before the realm knew it needs no client. */
const keepApp = async ({ admin, clients, trial }: Round, app: AppOfRealm): Promise<Told> => {
  const { clientId } = app;
  const wanted = clientOfApp(app);
  // One that was made meanwhile, or slipped from one page of the list to another, is looked for before it is made.
  const kept = clients.get(clientId) ?? (app.isOpen ? await admin.find(clientId) : undefined);
  if (kept === undefined) {
    if (!app.isOpen) return { clientId, kept: "same", differences: [] };
    if (!trial) await admin.create(wanted);
    return { clientId, kept: "made", differences: [] };
  }
  if (kept.attributes?.[MARK] !== "true") return { clientId, kept: "left", differences: [] };
  const differences = differencesOf(kept, wanted);
  if (differences.length > 0 && !trial) await admin.change(changed(kept, wanted), kept);
  return { clientId, kept: differences.length > 0 ? "changed" : "same", differences };
};

/** A client that the realm does not take holds up no other: their suspensions wait behind it. */
const orRefused = async (round: Round, app: AppOfRealm): Promise<Told> => {
  try {
    return await keepApp(round, app);
  } catch (error) {
    if (!(error instanceof ClientRefused)) throw error;
    return { clientId: app.clientId, kept: "refused", differences: [error.message] };
  }
};

/** Reads apps in parts and keeps each; tells of one after another. Throws where they can not be read, and where the realm does not answer or let us in. */
export async function* keepRealm(
  admin: RealmAdmin,
  read: (after: string) => Promise<readonly AppOfRealm[]>,
  { trial = false }: { readonly trial?: boolean } = {},
): AsyncGenerator<Told> {
  const round = { admin, trial, clients: await admin.list() };
  for (let after = ""; ;) {
    const apps = await read(after);
    for (const app of apps) yield await orRefused(round, app);
    const last = apps.at(-1);
    if (last === undefined) return;
    after = last.clientId;
  }
}
