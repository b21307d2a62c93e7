/** Messages between services, with real processes and a real database: applied once, in order, whoever is killed, refused where they are not the sender's. */
import "reflect-metadata";
import { createMessageStack, OCCURRED_AT, type MessageStack } from "../support/messages/start-services.js";
import { until } from "../support/one-subgraph.js";

interface Told {
  readonly message: string;
  readonly record: string;
  readonly version: number;
  readonly as_of: Date;
}

describe("messages", () => {
  let stack: MessageStack;
  beforeEach(async () => {
    stack = await createMessageStack();
    await stack.senderDb("message_routes").insert({ topic: "thing-done", receiver: "credit" });
  });
  afterEach(() => stack.stop());

  const told = async (): Promise<Told[]> =>
    (await stack.receiverDb("told").select("message", "record", "version", "as_of").orderBy("seq")) as Told[];
  const waiting = async (): Promise<number> => {
    const [row] = (await stack
      .senderDb("deliveries")
      .whereRaw("delivered_at is null and set_aside_at is null")
      .count({ n: "*" })) as unknown as { n: bigint }[];
    return Number(row!.n);
  };
  const allDelivered = (): Promise<void> => until(async () => (await waiting()) === 0);

  it("reach the service that receives their topic, with what they say and when it happened", async () => {
    const receiver = await stack.startProcess("receiver");
    await stack.startProcess("sender", { receiverUrl: receiver.url });
    const id = await stack.send({ record: "thing/7", version: 3 });
    await allDelivered();
    expect(await told()).toEqual([{ message: id, record: "thing/7", version: 3, as_of: OCCURRED_AT }]);
  });

  it("are not there where the write is rolled back", async () => {
    const { sendMessage } = await import("../../platform/outbox/index.js");
    await expect(
      stack.senderDb.transaction(async (trx) => {
        await sendMessage(trx, {
          topic: "thing-done",
          record: "thing/1",
          version: 1,
          payload: {},
          occurredAt: OCCURRED_AT,
        });
        throw new Error("The write is refused.");
      }),
    ).rejects.toThrow("The write is refused.");
    expect(await waiting()).toBe(0);
    expect(await stack.senderDb("outbox")).toEqual([]);
    expect(await stack.senderDb("jobs")).toEqual([]);
  });

  it("are applied once each where the sender is killed before it could deliver, and while it delivers", async () => {
    const receiver = await stack.startProcess("receiver");
    const sender = await stack.startProcess("sender", { receiverUrl: receiver.url });
    // The handler waits while the switch is locked: the sender is killed with its calls under way.
    const lock = await stack.receiverDb.transaction();
    await lock("told_switch").forUpdate();
    const underWay = await stack.send({ record: "thing/1", payload: { does: "wait" } });
    await until(async () => (await locked(stack.receiverDb)) > 0);
    await sender.kill();
    const before = await Promise.all(
      Array.from({ length: 40 }, (_, index) => stack.send({ record: `thing/${index}`, version: 2 })),
    );
    await lock.commit();
    await stack.startProcess("sender", { receiverUrl: receiver.url });
    await allDelivered();
    expect((await told()).map(({ message }) => message).sort()).toEqual([underWay, ...before].sort());
  });

  it("are applied once where the receiver is killed before its effect is there, and where it is killed before it answers", async () => {
    let receiver = await stack.startProcess("receiver");
    const port = Number(new URL(receiver.url).port);
    await stack.startProcess("sender", { receiverUrl: receiver.url });
    const lock = await stack.receiverDb.transaction();
    await lock("told_switch").forUpdate();
    const id = await stack.send({ payload: { does: "wait" } });
    await until(async () => (await locked(stack.receiverDb)) > 0);
    await receiver.kill();
    await lock.rollback();
    expect(await told()).toEqual([]);
    // Applied, and the answer never came: as the sender sees a receiver that died after its commit.
    receiver = await stack.startProcess("receiver", { port });
    await allDelivered();
    await stack.senderDb("deliveries").update({ delivered_at: null });
    await receiver.kill();
    await stack.startProcess("receiver", { port });
    await allDelivered();
    expect((await told()).map(({ message }) => message)).toEqual([id]);
    expect(await stack.receiverDb("inbox")).toHaveLength(1);
  });

  it("wait for a receiver that is dead, and come in the order of each record when it is back", async () => {
    const receiver = await stack.startProcess("receiver");
    const port = Number(new URL(receiver.url).port);
    await receiver.kill();
    await stack.startProcess("sender", { receiverUrl: receiver.url });
    for (let version = 1; version <= 10; version++)
      for (const record of ["thing/1", "thing/2", "thing/3"]) await stack.send({ record, version });
    await until(async () => (await stack.senderDb("deliveries").where("tries", ">", 0).first()) !== undefined);
    expect(await waiting()).toBe(30);
    await stack.startProcess("receiver", { port });
    await allDelivered();
    const all = await told();
    expect(all).toHaveLength(30);
    for (const record of ["thing/1", "thing/2", "thing/3"])
      expect(all.filter((one) => one.record === record).map(({ version }) => version)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
      ]);
  });

  it("of a record that the receiver does not take wait in order, those of others do not wait for them", async () => {
    const receiver = await stack.startProcess("receiver");
    await stack.startProcess("sender", { receiverUrl: receiver.url });
    await stack.receiverDb("told_switch").update({ is_broken: true });
    await stack.send({ record: "thing/broken", version: 1, payload: { does: "fail" } });
    await stack.send({ record: "thing/broken", version: 2 });
    await stack.send({ record: "thing/whole", version: 1 });
    await until(async () => (await told()).some(({ record }) => record === "thing/whole"));
    await until(async () => (await stack.senderDb("deliveries").where("tries", ">", 2).first()) !== undefined);
    expect((await told()).map(({ record }) => record)).toEqual(["thing/whole"]);
    const failed = (await stack.senderDb("deliveries").whereNotNull("failure").select("failure")) as object[];
    expect(failed).toEqual([{ failure: "INTERNAL_SERVER_ERROR" }]);
    await stack.receiverDb("told_switch").update({ is_broken: false });
    await allDelivered();
    expect((await told()).map(({ record, version }) => [record, version])).toEqual([
      ["thing/whole", 1],
      ["thing/broken", 1],
      ["thing/broken", 2],
    ]);
  });

  it("that the receiver can never apply are set aside with its reason, leave nothing there, and hold up none behind them", async () => {
    const receiver = await stack.startProcess("receiver");
    const sender = await stack.startProcess("sender", { receiverUrl: receiver.url });
    const rejected = await stack.send({ version: 1, payload: { does: "reject" } });
    const next = await stack.send({ version: 2 });
    await allDelivered();
    expect((await told()).map(({ message }) => message)).toEqual([next]);
    expect(await stack.receiverDb("inbox").select("message")).toEqual([{ message: next }]);
    const aside = (await stack
      .senderDb("deliveries")
      .whereNotNull("set_aside_at")
      .select("message", "reason")) as object[];
    expect(aside).toEqual([{ message: rejected, reason: "NO_SUCH_RECORD" }]);
    const metrics = await (await fetch(new URL("/metrics", sender.url))).text();
    expect(metrics).toMatch(/^govgraph_messages_set_aside\{receiver="credit",process="matters"\} 1$/m);
    expect(metrics).toMatch(/^govgraph_messages_waiting\{receiver="credit",process="matters"\} 0$/m);
    expect(metrics).toMatch(
      /^govgraph_message_tries_total\{receiver="credit",outcome="REJECTED",process="matters"\} 1$/m,
    );
  });

  it("that wait are counted, with the age of the oldest", async () => {
    const sender = await stack.startProcess("sender");
    await stack.send({ version: 1 });
    await stack.send({ version: 2 });
    const metrics = await (await fetch(new URL("/metrics", sender.url))).text();
    expect(metrics).toMatch(/^govgraph_messages_waiting\{receiver="credit",process="matters"\} 2$/m);
    expect(metrics).toMatch(/^govgraph_messages_oldest_seconds\{receiver="credit",process="matters"\} 0\.\d+$/m);
  });

  it("under way end when the sender is told to stop; its database has no connection of it left", async () => {
    const receiver = await stack.startProcess("receiver");
    const sender = await stack.startProcess("sender", { receiverUrl: receiver.url });
    const lock = await stack.receiverDb.transaction();
    await lock("told_switch").forUpdate();
    const id = await stack.send({ payload: { does: "wait" } });
    await until(async () => (await locked(stack.receiverDb)) > 0);
    const stopped = sender.stop();
    await lock.commit();
    expect(await stopped).toBe(0);
    expect(await waiting()).toBe(0);
    expect((await told()).map(({ message }) => message)).toEqual([id]);
    expect(await stack.senderDb("jobs").whereNotNull("locked_at")).toEqual([]);
  });
});

/** Statements of the receiver's that wait for a lock. */
const locked = async (db: MessageStack["receiverDb"]): Promise<number> => {
  const { rows } = await db.raw<{ rows: { n: number }[] }>(
    "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return rows[0]!.n;
};
