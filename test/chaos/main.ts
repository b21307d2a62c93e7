/** `npm run test:chaos`: 2,000 writes of several clients while processes are killed; what came of it is kept in test/chaos/results. Another seed: `CHAOS_SEED`. */
import "reflect-metadata";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { projectPath, runMain } from "../../platform/config/index.js";
import { run } from "./run.js";

await runMain(async () => {
  const result = await run({
    seed: Number(process.env["CHAOS_SEED"] ?? 2_026),
    writes: Number(process.env["CHAOS_WRITES"] ?? 2_000),
    clients: 8,
    writesPerKill: 50,
  });
  const machine = { node: process.version, cores: cpus().length, model: cpus()[0]?.model };
  mkdirSync(projectPath("test/chaos/results"), { recursive: true });
  writeFileSync(
    projectPath("test/chaos/results/chaos.json"),
    `${JSON.stringify({ ranOn: new Date().toISOString().slice(0, 10), machine, ...result }, null, 2)}\n`,
  );
  process.stdout.write(`${JSON.stringify(result)}\n`);
  if (Object.values(result.findings).some((found) => found.length > 0)) process.exitCode = 1;
});
