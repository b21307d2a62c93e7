/** Requests that arrive together have a round of the event loop each. */
import { createTurns } from "../../../gateway/request/turns.js";

describe("turns", () => {
  it("come one a round, in order, and others are answered between them", async () => {
    const take = createTurns();
    const seen: string[] = [];
    const other = (round: number): void => {
      seen.push("other");
      if (round > 1) setImmediate(() => other(round - 1));
    };
    setImmediate(() => other(4));
    await Promise.all([1, 2, 3].map((request) => take("one").then(() => seen.push(String(request)))));
    expect(seen.filter((entry) => entry !== "other")).toEqual(["1", "2", "3"]);
    for (const [one, next] of [
      ["1", "2"],
      ["2", "3"],
    ])
      expect(seen.slice(seen.indexOf(one!), seen.indexOf(next!))).toContain("other");
  });

  it("go round the clients, however many requests one of them sends", async () => {
    const take = createTurns();
    const seen: string[] = [];
    const ask = (client: string): Promise<unknown> => take(client).then(() => seen.push(client));
    await Promise.all([...Array.from({ length: 4 }, () => ask("many")), ask("one"), ask("another")]);
    expect(seen).toEqual(["many", "one", "another", "many", "many", "many"]);
    await ask("one");
    expect(seen).toHaveLength(7);
  });
});
