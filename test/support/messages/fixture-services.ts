/** Two services that tell each other things, made of real definitions: one sends what the other writes down. */
import "reflect-metadata";
import { MessageRejected, type Receives } from "../../../platform/outbox/index.js";
import { SUBGRAPHS, type AnySubgraph } from "../../../schema/subgraph-definitions.js";

/** Who sends. */
export const SENDER = "matters";
/** Who receives. */
export const RECEIVER = "credit";
/** What is sent. */
export const TOPIC = "thing-done";

const definitionOf = (name: string): AnySubgraph => SUBGRAPHS.find((definition) => definition.name === name)!;

/** The sender. */
export const senderDefinition: AnySubgraph = { ...definitionOf(SENDER), sends: [TOPIC], receives: {} };

/** Writes down each message that it applies, and does on the way what the payload asks for. */
export const receives: Receives = {
  [`${SENDER}.${TOPIC}`]: async ({ id, record, version, payload }, { trx, asOf }) => {
    await trx("told").insert({ message: id, record, version, as_of: asOf });
    const does = payload["does"];
    if (does === "reject") throw new MessageRejected("NO_SUCH_RECORD");
    if (does === "fail" && (await trx("told_switch").where({ is_broken: true }).first()) !== undefined)
      throw new Error("The receiver is broken.");
    // Waits in the database while the switch is locked, so that a test can end the process there.
    if (does === "wait") await trx("told_switch").forUpdate();
  },
};

/** The receiver. */
export const receiverDefinition: AnySubgraph = { ...definitionOf(RECEIVER), sends: [], receives };

/** SQL of the tables in which the receiver writes; `told` has no key, so that it shows what is applied twice. */
export const RECEIVER_TABLES = `
  create table told (message uuid not null, record text not null, version integer not null, as_of timestamptz not null, seq bigint generated always as identity);
  create table told_switch (is_broken boolean not null);
  insert into told_switch values (false)`;
