/** Metrics of a sender's messages: what waits for whom and how long, and what became of each try. */
import type { Knex } from "knex";
import { Counter, Gauge, type Registry } from "prom-client";
import { deliveryFigures } from "./deliveries.js";

/** Registers them; what waits is counted when it is asked for. */
export const createMessageMetrics = (
  registry: Registry,
  db: Knex,
): { readonly tries: Counter<"receiver" | "outcome"> } => {
  const registers = [registry];
  const labelNames = ["receiver"] as const;
  const gauge = (name: string, help: string): Gauge<"receiver"> =>
    new Gauge({ name: `govgraph_messages_${name}`, help, labelNames, registers });
  const oldest = gauge("oldest_seconds", "Age of the oldest message that waits for the receiver, 0 where none does");
  const setAside = gauge("set_aside", "Messages that the receiver can never apply, for a person to look at");
  new Gauge({
    name: "govgraph_messages_waiting",
    help: "Messages that the receiver does not have yet",
    labelNames,
    registers,
    async collect() {
      // A database that is away says so at /readyz; the figures of before are no longer true.
      const figures = await deliveryFigures(db).catch(() => []);
      for (const each of [this, oldest, setAside]) each.reset();
      for (const { receiver, waiting, oldestSeconds, setAside: aside } of figures) {
        this.set({ receiver }, waiting);
        oldest.set({ receiver }, oldestSeconds);
        setAside.set({ receiver }, aside);
      }
    },
  });
  return {
    tries: new Counter({
      name: "govgraph_message_tries_total",
      help: "Calls that delivered a message or tried to, by what became of them",
      labelNames: ["receiver", "outcome"],
      registers,
    }),
  };
};
