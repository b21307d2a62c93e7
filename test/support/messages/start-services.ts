/** Starts the two services of messages on copies of the test's database, in this process or in processes of their own. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Knex } from "knex";
import {
  deriveMessageKeys,
  createGatewayKey,
  parseGatewayKeys,
  parseMessageKeys,
  printSenders,
} from "../../../platform/auth/index.js";
import { projectPath } from "../../../platform/config/index.js";
import { createDatabase } from "../../../platform/database/index.js";
import { sendMessage, type NewMessage } from "../../../platform/outbox/index.js";
import { PATIENT, cloneDatabase, type TestDatabase } from "../database.js";
import { RECEIVER, RECEIVER_TABLES, SENDER, TOPIC } from "./fixture-services.js";

/** What a process of a service is told. */
export interface ServiceSettings {
  readonly role: "sender" | "receiver";
  readonly databaseUrl: string;
  readonly port: number;
  readonly contextKeys: string;
  readonly messageKeys: string;
  readonly senders: string;
  /** Where the other one is. */
  readonly receiverUrl: string;
}

/** A service in a process of its own. */
export interface ServiceProcess {
  readonly url: string;
  readonly pid: number;
  /** Ends it at once, as a machine that fails does. */
  kill(): Promise<void>;
  /** Lets it end. Answers with its exit code. */
  stop(): Promise<number | null>;
}

/** Two services with a database each in one copy, and how to look into them. */
export interface MessageStack {
  readonly database: TestDatabase;
  readonly senderDb: Knex;
  readonly receiverDb: Knex;
  readonly keys: { readonly gateway: string; readonly message: string; readonly senders: string };
  /** Sends in a transaction of its own; answers with the id. */
  send(message: Partial<NewMessage>): Promise<string>;
  startProcess(role: "sender" | "receiver", options?: { port?: number; receiverUrl?: string }): Promise<ServiceProcess>;
  stop(): Promise<void>;
}

/** The day of what is sent. */
export const OCCURRED_AT = new Date("2026-09-28T01:00:00Z");

/** Prepares the databases; starts nothing. */
export const createMessageStack = async (): Promise<MessageStack> => {
  const database = await cloneDatabase();
  const connect = (service: string): Knex =>
    createDatabase({ url: database.urlOf(service), applicationName: "test", schema: service, ...PATIENT });
  const [senderDb, receiverDb] = [connect(SENDER), connect(RECEIVER)];
  await receiverDb.raw(RECEIVER_TABLES);
  const gateway = createGatewayKey("test");
  const message = deriveMessageKeys(gateway, SENDER);
  const senders = printSenders(parseMessageKeys(message, SENDER));
  const children = new Set<ChildProcess>();
  return {
    database,
    senderDb,
    receiverDb,
    keys: { gateway, message, senders },
    send: (given) =>
      senderDb.transaction((trx) =>
        sendMessage(trx, {
          topic: TOPIC,
          record: "thing/1",
          version: 1,
          payload: {},
          occurredAt: OCCURRED_AT,
          ...given,
        }),
      ),
    async startProcess(role, { port = 0, receiverUrl = "http://127.0.0.1:1" } = {}) {
      const settings: ServiceSettings = {
        role,
        port,
        receiverUrl,
        databaseUrl: database.urlOf(role === "sender" ? SENDER : RECEIVER),
        contextKeys: printed(gateway, role === "sender" ? SENDER : RECEIVER),
        messageKeys: message,
        senders,
      };
      const child = fork(projectPath("dist/test/support/messages/service-process.js"), [JSON.stringify(settings)], {
        execArgv: [],
      });
      children.add(child);
      const exited = once(child, "exit").then(([code]) => (children.delete(child), code as number | null));
      const url = await Promise.race([
        once(child, "message").then(([told]) => told as string),
        exited.then((code) => Promise.reject(new Error(`The ${role} ended with ${code}.`))),
      ]);
      return {
        url,
        pid: child.pid!,
        kill: async () => void (child.kill("SIGKILL"), await exited),
        stop: () => (child.kill("SIGTERM"), exited),
      };
    },
    async stop() {
      for (const child of children) {
        const exited = once(child, "exit");
        child.kill("SIGKILL");
        await exited;
      }
      await senderDb.destroy();
      await receiverDb.destroy();
      await database.drop();
    },
  };
};

const printed = (gateway: string, service: string): string => {
  const [[id, key] = ["", undefined]] = [...parseGatewayKeys(gateway)(service)];
  return `${id}:${key!.export().toString("base64url")}`;
};
