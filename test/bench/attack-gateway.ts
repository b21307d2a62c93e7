/** A gateway in a process of its own, which tells how long its event loop was held up: for `npm run bench -- attack`. */
import "reflect-metadata";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { runMain } from "../../platform/config/index.js";
import { startAttackedGateway } from "../support/attacks/attack-gateway.js";

await runMain(async () => {
  const subgraphs = JSON.parse(process.argv[2]!) as { name: string; url: string }[];
  const gateway = await startAttackedGateway(subgraphs, () => undefined);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  let used = process.cpuUsage();
  process.on("message", () => {
    const { user, system } = process.cpuUsage(used);
    // On a busy machine a process also waits for its turn: it can not have stood still for longer than it computed.
    process.send!({ longestMs: Math.min(delay.max / 1e6, (user + system) / 1e3) });
    delay.reset();
    used = process.cpuUsage();
  });
  process.send!({ url: gateway.url });
});
