/** A short run of writes while service, gateway and database are killed; `npm run test:chaos` is the whole one (decision 102). */
import "reflect-metadata";
import { run } from "../chaos/run.js";

it("loses nothing, does nothing by half and nothing twice", async () => {
  const result = await run({ seed: 7, writes: 300, clients: 6, writesPerKill: 40 });
  expect(result.findings).toEqual({
    fenAstray: [],
    halfTransitions: [],
    acknowledgedAndLost: [],
    writtenAndNotAcknowledged: [],
    messagesAstray: [],
  });
  expect(result.acknowledged).toBeGreaterThanOrEqual(300);
  expect(new Set(result.kills.map(({ victim }) => victim))).toEqual(
    new Set([...result.kills.slice(0, 1).map(({ victim }) => victim), "gateway", "database"]),
  );
  expect(result.kills.length).toBeGreaterThanOrEqual(3);
  // Only what is away is told as a fault.
  expect(Object.keys(result.logged).filter((event) => event !== "DATABASE_UNAVAILABLE")).toEqual([]);
});
