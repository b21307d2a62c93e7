/** Which service receives what another sends: read from the registry, checked at start, kept where writes look. */
import type { Knex } from "knex";
import { subgraphRegistry } from "../config/index.js";
import { inTransaction } from "../database/index.js";

/** Receivers by topic, of one sender. */
export type Routes = ReadonlyMap<string, readonly string[]>;

/** What schema/subgraphs.json says of receivers of a sender's topics. */
export const registeredRoutes = (sender: string, registry = subgraphRegistry()): Routes => {
  const routes = new Map<string, string[]>();
  for (const { name, receives = [] } of registry)
    for (const received of receives) {
      const [from, topic] = received.split(".") as [string, string];
      if (from === sender) routes.set(topic, [...(routes.get(topic) ?? []), name]);
    }
  return routes;
};

/** Names of services from which one receives. */
export const sendersTo = (receives: Iterable<string>): readonly string[] => [
  ...new Set([...receives].map((received) => received.split(".")[0]!)),
];

/** Throws a sentence for a topic that nobody receives, or that is received and not sent. */
export const checkRoutes = (sender: string, sends: readonly string[], routes: Routes): void => {
  const unheard = sends.find((topic) => !routes.has(topic));
  if (unheard !== undefined)
    throw new Error(
      `${sender} sends ${unheard}, which no service receives: name a receiver in schema/subgraphs.json, or send it no more.`,
    );
  const unsent = [...routes.keys()].find((topic) => !sends.includes(topic));
  if (unsent !== undefined)
    throw new Error(`${routes.get(unsent)!.join(", ")} receives ${sender}.${unsent}, which ${sender} does not send.`);
};

/** Writes the routes where messages find their receivers; what was sent before keeps its own. */
export const keepRoutes = (db: Knex, routes: Routes): Promise<void> =>
  inTransaction(db, async (trx) => {
    const rows = [...routes].flatMap(([topic, receivers]) => receivers.map((receiver) => ({ topic, receiver })));
    await trx("message_routes").delete();
    if (rows.length > 0) await trx("message_routes").insert(rows);
  });
