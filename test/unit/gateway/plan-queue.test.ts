/** The queue before planning, and the places of a service: order and refusals, counted. */
import { setMaxListeners } from "node:events";
import { createPlanQueue } from "../../../gateway/engine/plan-queue.js";
import { createSubgraphSlots } from "../../../gateway/upstream/subgraph-slots.js";

const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** As the gateway makes it of a connection: as many may wait for it as will. */
const connection = (): AbortController => {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
};
/** Whoever still waits at the end of a test leaves. */
let over = connection();
afterEach(() => {
  over.abort();
  over = connection();
});
const within = (milliseconds: number, client = "one") => ({
  client,
  deadlineAt: Date.now() + milliseconds,
  gone: over.signal,
});
const rounds = async (count: number): Promise<void> => {
  for (let round = 0; round < count; round++) await later();
};

describe("planning", () => {
  it("is done by two at a time, in the order of asking", async () => {
    const queue = createPlanQueue();
    const begun: number[] = [];
    const leave: (() => void)[] = [];
    for (const number of [1, 2, 3, 4])
      void queue.enter(within(60_000)).then((left) => {
        begun.push(number);
        leave.push(left);
      });
    await rounds(10);
    expect([begun, queue.waiting()]).toEqual([[1, 2], 2]);
    leave[0]!();
    leave[0]!();
    await rounds(10);
    expect([begun, queue.waiting()]).toEqual([[1, 2, 3], 1]);
    leave[1]!();
    await rounds(10);
    expect([begun, queue.waiting()]).toEqual([[1, 2, 3, 4], 0]);
    leave.slice(2).forEach((left) => left());
  });

  it("begins each turn in a round of the event loop of its own, so that others are answered between", async () => {
    const queue = createPlanQueue({ atOnce: 1 });
    const order: string[] = [];
    const plans = [1, 2, 3].map(async (number) => {
      const leave = await queue.enter(within(60_000));
      order.push(`plan ${number}`);
      setImmediate(() => order.push(`other ${number}`));
      leave();
    });
    await Promise.all(plans);
    await rounds(3);
    expect(order).toEqual(["plan 1", "other 1", "plan 2", "other 2", "plan 3", "other 3"]);
  });

  it("refuses who waits beyond the deadline, and who comes where too many wait", async () => {
    let now = Date.now();
    const queue = createPlanQueue({ atOnce: 1, waiting: 2, now: () => now });
    const leave = await queue.enter({ client: "one", deadlineAt: now + 60_000 });
    const refusals: unknown[] = [];
    const wait = (deadlineAt: number): Promise<unknown> =>
      queue
        .enter({ client: "one", deadlineAt })
        .catch((error: { extensions: object }) => refusals.push(error.extensions));
    void wait(now + 50_000);
    void wait(now + 60_000);
    void wait(now + 60_000);
    await rounds(1);
    expect(refusals).toEqual([{ code: "SERVICE_UNAVAILABLE", reason: "PLANNING", http: { status: 503 } }]);
    now += 55_000;
    leave();
    await rounds(5);
    expect([refusals.length, queue.waiting()]).toEqual([2, 0]);
    await wait(now);
    expect(refusals).toHaveLength(3);
  });

  it("is not waited for by a client that has left: its place in the queue is free at once", async () => {
    const queue = createPlanQueue({ atOnce: 1, waiting: 1 });
    const leave = await queue.enter(within(60_000));
    const client = new AbortController();
    const refusals: unknown[] = [];
    const come = (): void =>
      void queue
        .enter({ ...within(60_000), gone: client.signal })
        .catch((error: { extensions: { reason: string } }) => refusals.push(error.extensions.reason));
    come();
    client.abort();
    await rounds(1);
    expect([refusals, queue.waiting()]).toEqual([["PLANNING"], 0]);
    come();
    await rounds(1);
    expect([refusals, queue.waiting()]).toEqual([["PLANNING", "PLANNING"], 0]);
    const next = queue.enter(within(60_000));
    leave();
    expect(await next).toBeInstanceOf(Function);
  });
});

describe("planning for several clients", () => {
  /** A queue whose only place is taken; `ask` waits, and `plan` gives the next so many their turns. */
  const setUp = async (limits: { waiting?: number; waitingOfOne?: number } = {}) => {
    const queue = createPlanQueue({ atOnce: 1, ...limits });
    let leave = await queue.enter(within(60_000, "first"));
    const begun: string[] = [];
    const refused: string[] = [];
    const ask = (client: string, name: string, patience = within(60_000, client)): void =>
      void queue.enter(patience).then(
        (left) => {
          begun.push(name);
          leave = left;
        },
        ({ extensions }: { extensions: { reason: string } }) => refused.push(`${name} ${extensions.reason}`),
      );
    const plan = async (count: number): Promise<void> => {
      for (let turn = 0; turn < count; turn++) {
        leave();
        await rounds(3);
      }
    };
    return { queue, begun, refused, ask, plan };
  };

  it("gives them turns one after the other: who has one document waits for one of another who has twenty", async () => {
    const { queue, begun, ask, plan } = await setUp();
    for (let number = 1; number <= 20; number++) ask("many", `many ${number}`);
    ask("few", "few 1");
    ask("few", "few 2");
    ask("other", "other 1");
    await rounds(3);
    expect(queue.waiting()).toBe(23);
    await plan(7);
    expect(begun).toEqual(["many 1", "few 1", "other 1", "many 2", "few 2", "many 3", "many 4"]);
    // Who comes again stands behind those who wait, and before what they ask for after that.
    ask("few", "few 3");
    await plan(16);
    expect(begun.slice(7, 10)).toEqual(["many 5", "few 3", "many 6"]);
    expect([begun.length, begun.at(-1), queue.waiting()]).toEqual([23, "many 19", 1]);
  });

  it("refuses a client beyond its own places, and others have theirs until all are taken", async () => {
    const { queue, refused, ask } = await setUp({ waiting: 5, waitingOfOne: 3 });
    for (const number of [1, 2, 3, 4]) ask("many", `many ${number}`);
    for (const number of [1, 2, 3]) ask("few", `few ${number}`);
    await rounds(1);
    expect([refused, queue.waiting()]).toEqual([["many 4 PLANNING", "few 3 PLANNING"], 5]);
  });

  it("forgets a client of which nobody waits any more, and gives its turn to the next", async () => {
    const { queue, begun, refused, ask, plan } = await setUp();
    const gone = new AbortController();
    ask("left", "left 1", { ...within(60_000, "left"), gone: gone.signal });
    ask("stays", "stays 1");
    gone.abort();
    await rounds(1);
    expect([refused, queue.waiting()]).toEqual([["left 1 PLANNING"], 1]);
    ask("left", "left 2");
    await plan(2);
    expect(begun).toEqual(["stays 1", "left 2"]);
  });
});

describe("the places of a service", () => {
  const NUMBERS = {
    atOnce: 4,
    writesAtOnce: 2,
    heavyAtOnce: 2,
    heavyNodes: 100,
    waiting: { light: 1, write: 1, heavy: 2 },
  };
  const setUp = () => {
    const slots = createSubgraphSlots("credit", NUMBERS);
    const begun: string[] = [];
    const refused: unknown[] = [];
    const end = new Map<string, () => void>();
    const ask = (name: string, nodes: number, gone = over.signal, writes = false): Promise<unknown> =>
      slots
        .run({ nodes, writes, ...within(60_000), gone }, () => {
          begun.push(name);
          return new Promise<string>((resolve) => end.set(name, () => resolve(name)));
        })
        .catch((error: { extensions: object }) => refused.push(error.extensions));
    return { begun, refused, end, ask };
  };

  it("are never all held by heavy requests: a light one is asked at once, heavy ones beyond the queue are refused", async () => {
    const { begun, refused, end, ask } = setUp();
    const heavy = Array.from({ length: 20 }, (_, index) => ask(`heavy ${index}`, 5_000));
    const light = ask("light", 100);
    await rounds(1);
    expect(begun).toEqual(["heavy 0", "heavy 1", "light"]);
    expect(refused).toEqual(
      Array.from({ length: 16 }, () => ({ code: "SERVICE_UNAVAILABLE", service: "credit", reason: "BUSY" })),
    );
    end.get("light")!();
    expect(await light).toBe("light");
    end.get("heavy 1")!();
    await heavy[1];
    await rounds(1);
    expect(begun).toEqual(["heavy 0", "heavy 1", "light", "heavy 2"]);
  });

  it("are never all held by writes, however many list items they answer; one that waits goes before heavy ones and after light ones", async () => {
    const { begun, refused, end, ask } = setUp();
    const write = (name: string, nodes = 1): Promise<unknown> => ask(name, nodes, over.signal, true);
    const writes = [write("write 0"), write("write 1", 5_000), write("write 2"), write("write 3")];
    for (const [name, nodes] of [
      ["light 0", 1],
      ["light 1", 1],
      ["heavy", 5_000],
      ["light 2", 1],
    ] as const)
      void ask(name, nodes);
    await rounds(1);
    expect(begun).toEqual(["write 0", "write 1", "light 0", "light 1"]);
    expect(refused).toEqual([{ code: "SERVICE_UNAVAILABLE", service: "credit", reason: "BUSY" }]);
    end.get("write 1")!();
    await writes[1];
    await rounds(1);
    expect(begun.slice(4)).toEqual(["light 2"]);
    end.get("light 2")!();
    await rounds(2);
    expect(begun.slice(5)).toEqual(["write 2"]);
    end.get("write 2")!();
    await rounds(2);
    expect(begun.slice(6)).toEqual(["heavy"]);
  });

  it("are not waited for by a client that has left: its place in the queue is free at once, and it is not asked for", async () => {
    const { begun, refused, end, ask } = setUp();
    const client = new AbortController();
    const running = [ask("heavy 0", 5_000), ask("heavy 1", 5_000)];
    void ask("left 0", 5_000, client.signal);
    void ask("left 1", 5_000, client.signal);
    client.abort();
    await rounds(1);
    expect(refused).toHaveLength(2);
    void ask("heavy 2", 5_000);
    end.get("heavy 0")!();
    end.get("heavy 1")!();
    await Promise.all(running);
    await rounds(1);
    expect(begun).toEqual(["heavy 0", "heavy 1", "heavy 2"]);
  });

  it("are not waited for beyond the deadline", async () => {
    const slots = createSubgraphSlots("credit", { ...NUMBERS, heavyAtOnce: 0 });
    let asked = 0;
    const request = async (): Promise<void> => void (asked += 1);
    await expect(slots.run({ nodes: 5_000, writes: false, ...within(20) }, request)).rejects.toMatchObject({
      extensions: { reason: "BUSY" },
    });
    expect(asked).toBe(0);
  });

  it("are free again after a request that failed", async () => {
    const slots = createSubgraphSlots("credit", { ...NUMBERS, atOnce: 1, waiting: { light: 0, write: 0, heavy: 0 } });
    const fail = (): Promise<never> => Promise.reject(new Error("gone"));
    const asked = { nodes: 1, writes: false, ...within(60_000) };
    await expect(slots.run(asked, fail)).rejects.toThrow("gone");
    await expect(slots.run(asked, async () => "answer")).resolves.toBe("answer");
  });
});
