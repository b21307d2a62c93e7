/** Metrics of a sender's messages: what waits for whom and how long, and what became of each try. */
import type { Knex } from "knex";
import { Counter, Gauge, type Registry } from "prom-client";
import { deliveryFigures, type DeliveryFigures } from "./deliveries.js";

/** Registers them; what waits is counted when it is asked for. */
export const createMessageMetrics = (
  registry: Registry,
  db: Knex,
): { readonly tries: Counter<"receiver" | "outcome"> } => {
  const registers = [registry];
  const labelNames = ["receiver"] as const;
  let counting: ReturnType<typeof deliveryFigures> | undefined;
  /** Counts once for the gauges of one reading; a database that is away says so at /readyz, and has no figures. */
  const figures = (): ReturnType<typeof deliveryFigures> =>
    (counting ??= deliveryFigures(db)
      .catch(() => [])
      .finally(() => (counting = undefined)));
  const gauge = (name: string, help: string, valueOf: (figures: DeliveryFigures) => number): void => {
    new Gauge({
      name: `govgraph_messages_${name}`,
      help,
      labelNames,
      registers,
      async collect() {
        const counted = await figures();
        this.reset();
        for (const each of counted) this.set({ receiver: each.receiver }, valueOf(each));
      },
    });
  };
  gauge("waiting", "Messages that the receiver does not have yet", ({ waiting }) => waiting);
  gauge(
    "oldest_seconds",
    "Age of the oldest message that waits for the receiver, 0 where none does",
    ({ oldestSeconds }) => oldestSeconds,
  );
  gauge("set_aside", "Messages that the receiver can never apply, for a person to look at", ({ setAside }) => setAside);
  return {
    tries: new Counter({
      name: "govgraph_message_tries_total",
      help: "Calls that delivered a message or tried to, by what became of them",
      labelNames: ["receiver", "outcome"],
      registers,
    }),
  };
};
