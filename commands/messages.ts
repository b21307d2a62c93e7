/** `npm run messages`: lists messages between services that do not arrive, and sends them again. */
import "reflect-metadata";
import { InvalidArgumentError } from "commander";
import { deliveryFigures, listStuck, sendAgain, sendAgainSince, type StuckMessage } from "../platform/outbox/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import { createCommand, runCommand, say } from "./command.js";
import { DATABASE_VARIABLES } from "./command-variables.js";
import { openDatabases } from "./databases.js";
import { withDatabaseOf } from "./service-database.js";

/** Messages of a service that are listed one by one. */
const MOST_LISTED = 50;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const messageId = (text: string): string => {
  if (!UUID.test(text)) throw new InvalidArgumentError("It is the id of a message, as npm run messages lists it.");
  return text;
};

const moment = (text: string): Date => {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError("It is a time, such as 2026-12-01T08:00:00+08:00.");
  return at;
};

const lineOf = ({ message, topic, receiver, sentAt, tries, why, isSetAside }: StuckMessage): string =>
  `  ${message} ${topic} to ${receiver}, sent ${sentAt.toISOString()}, ${isSetAside ? "set aside" : `waits, tried ${tries} times`}${why === null ? "" : `: ${why}`}`;

/** Does the work in the database of every service, as its own role. */
const inEach = async (work: (name: string, db: Parameters<typeof listStuck>[0]) => Promise<void>): Promise<void> => {
  const { urls, release } = await openDatabases({ prepare: false });
  try {
    for (const { name } of SUBGRAPHS) await withDatabaseOf(name, urls, "govgraph-messages", (db) => work(name, db));
  } finally {
    await release();
  }
};

const list = (): Promise<void> =>
  inEach(async (name, db) => {
    for (const { receiver, waiting, oldestSeconds, setAside } of await deliveryFigures(db))
      say(
        `${name} to ${receiver}: ${waiting} wait${waiting === 0 ? "" : `, the oldest for ${Math.ceil(oldestSeconds)} s`}; ${setAside} set aside`,
      );
    for (const stuck of await listStuck(db, MOST_LISTED)) say(lineOf(stuck));
  });

const again = async (message: string | undefined, { since }: { since?: Date }): Promise<void> => {
  if ((message === undefined) === (since === undefined)) throw new Error("Name a message, or a time with --since.");
  let count = 0;
  await inEach(async (_name, db) => {
    count += message === undefined ? await sendAgainSince(db, since!) : await sendAgain(db, message);
  });
  if (message !== undefined && count === 0) throw new Error("No service has sent this message and had it settled.");
  say(`${count} ${count === 1 ? "delivery" : "deliveries"} made again.`);
};

const command = createCommand(
  "npm run messages --",
  "Lists messages between services that wait or were set aside: ids, topics, times and codes, nothing of any record.",
  DATABASE_VARIABLES,
).action(list);
command
  .command("again")
  .description("delivers again a message that was set aside, or all that arrived since a time; each is applied once")
  .argument("[message]", "id of the message", messageId)
  .option("--since <time>", "after the database of a receiver was set back: all that was delivered since then", moment)
  .action(again);
await runCommand(command);
