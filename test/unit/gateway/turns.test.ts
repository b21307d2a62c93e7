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
    await Promise.all([1, 2, 3].map((request) => take().then(() => seen.push(String(request)))));
    expect(seen.filter((entry) => entry !== "other")).toEqual(["1", "2", "3"]);
    for (const [one, next] of [
      ["1", "2"],
      ["2", "3"],
    ])
      expect(seen.slice(seen.indexOf(one!), seen.indexOf(next!))).toContain("other");
  });
});
