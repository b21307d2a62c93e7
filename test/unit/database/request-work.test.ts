/** The work of one request by itself: its clock, its nodes, its turns, and the reason that stays. */
import { createBatchLoader, createRequestWork, runWork } from "../../../platform/database/index.js";
import { ServiceError } from "../../../platform/errors/index.js";

const spin = (milliseconds: number): void => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

describe("the work of a request", () => {
  it("is over when its time is, though the loop never turned and no timer fired", () => {
    const work = createRequestWork({ timeoutMs: 5, nodes: 10 });
    spin(6);
    expect(work.goesOn()).toBe(false);
    expect(work.stopped()).toMatchObject({ code: "UPSTREAM_TIMEOUT", details: { reason: "DEADLINE" } });
  });

  it.each([0, -1])("of %i ms never begins", (timeoutMs) => {
    expect(createRequestWork({ timeoutMs, nodes: 10 }).goesOn()).toBe(false);
  });

  it("goes on to its last node, and twice as many rows", async () => {
    const [nodes, rows] = [1, 2].map(() => createRequestWork({ timeoutMs: 60_000, nodes: 10 }));
    await nodes!.takeNodes(10);
    rows!.takeRows(20);
    expect([nodes!.goesOn(), rows!.goesOn()]).toEqual([true, true]);
    await nodes!.takeNodes(1);
    rows!.takeRows(1);
    for (const work of [nodes!, rows!]) {
      expect(work.goesOn()).toBe(false);
      expect(await work.whenStopped).toMatchObject({ code: "LIMIT_EXCEEDED", details: { reason: "NODES" } });
    }
  });

  it("asks for a turn at every five hundred nodes, one after the other", async () => {
    const work = createRequestWork({ timeoutMs: 60_000, nodes: 10_000 });
    expect(work.takeNodes(499)).toBeUndefined();
    const order: string[] = [];
    const first = work.takeNodes(1)!.then(() => order.push("first"));
    const second = work.takeNodes(500)!.then(() => order.push("second"));
    setImmediate(() => order.push("others"));
    await Promise.all([first, second]);
    expect(order).toEqual(["others", "first", "second"]);
    expect(work.takeNodes(1)).toBeUndefined();
    work.finish();
  });

  it("splits no batch by a turn: what waits for it is read with what did not", async () => {
    const work = createRequestWork({ timeoutMs: 60_000, nodes: 10_000 });
    const batches: (readonly string[])[] = [];
    const read = async (list: number): Promise<string[]> => {
      await work.takeNodes(100);
      return Promise.all([loader.load(`${list} a`), loader.load(`${list} b`)]);
    };
    const loader = createBatchLoader<string>((keys) => {
      batches.push(keys);
      return Promise.resolve(keys);
    });
    // Twelve lists are three turns.
    await runWork(work, () => Promise.all(Array.from({ length: 12 }, (_, list) => read(list))));
    expect(batches.map(({ length }) => length)).toEqual([24]);
    work.finish();
  });

  it("keeps its first reason, and tells each listener once", () => {
    const work = createRequestWork({ timeoutMs: 60_000, nodes: 10 });
    const told: string[] = [];
    work.onStop(() => told.push("kept"));
    work.onStop(() => told.push("taken back"))();
    const reason = new ServiceError("UPSTREAM_TIMEOUT");
    work.stop(reason);
    work.stop(new ServiceError("LIMIT_EXCEEDED"));
    work.onStop(() => told.push("late"));
    expect([work.stopped(), told]).toEqual([reason, ["kept", "late"]]);
  });
});
