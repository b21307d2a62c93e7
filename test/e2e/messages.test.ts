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
});
