/** A short run of writes while service, gateway and database are killed; `npm run test:chaos` is the whole one (decision 102). */
import "reflect-metadata";
import { run } from "../chaos/run.js";

it("loses nothing, does nothing by half and nothing twice", async () => {
  const result = await run({ seed: 7, writes: 400, clients: 6, writesPerKill: 30 });
  expect(result.findings).toEqual({
    fenAstray: [],
    halfTransitions: [],
    acknowledgedAndLost: [],
    writtenAndNotAcknowledged: [],
    messagesAstray: [],
    effectsAstray: [],
    rulesBroken: [],
  });
  expect(result.acknowledged).toBeGreaterThanOrEqual(400);
  expect(result.races).toMatchObject({
    decisionsOfOneCase: { done: 1, STALE_VERSION: 49 },
    oneKey: { answers: 50, different: 1 },
  });
  // A service, the gateway, the database, and all three at once.
  expect(result.kills.length).toBeGreaterThanOrEqual(4);
  expect(result.messages).toBeGreaterThan(0);
  // Only what is away is told as a fault.
  expect(Object.keys(result.logged).filter((event) => event !== "DATABASE_UNAVAILABLE")).toEqual([]);
});
