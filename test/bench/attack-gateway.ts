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
  process.on("message", () => {
    process.send!({ longestMs: delay.max / 1e6 });
    delay.reset();
  });
  process.send!({ url: gateway.url });
});
