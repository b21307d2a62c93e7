/** `npm run bench -- subscribers`: memory of a gateway's process with a thousand idle subscribers, beside that without; asserts nothing. */
import { Agent, request } from "undici";
import { runMain } from "../../platform/config/index.js";
import { keepResults } from "./bench-stack.js";
import { measureOnProcesses } from "./process-stack.js";

const SUBSCRIBERS = Number(process.env["BENCH_SAMPLES"] ?? 1_000);

/** Longer than two heartbeats, in milliseconds. */
const IDLE_MS = 30_000;

const MIB = 1_024 * 1_024;
const QUERY = 'subscription Lights { lights(code: "222401") { code name } }';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Memory {
  readonly residentMiB: number;
  readonly heapMiB: number;
}

const memoryOf = async (adminUrl: string): Promise<Memory> => {
  const metrics = await (await fetch(`${adminUrl}/metrics`)).text();
  const valueOf = (name: string): number => {
    const [, value] = new RegExp(`^${name}(?:\\{[^}]*\\})? ([0-9.e+]+)$`, "m").exec(metrics) ?? [];
    if (value === undefined) throw new Error(`There is no ${name}.`);
    return Number((Number(value) / MIB).toFixed(1));
  };
  return { residentMiB: valueOf("process_resident_memory_bytes"), heapMiB: valueOf("nodejs_heap_size_used_bytes") };
};

/** A subscriber that has had its first event; each is another client by its address. */
const subscribe = async (url: string, agent: Agent, index: number): Promise<void> => {
  const { statusCode, body } = await request(`${url}/graphql`, {
    method: "POST",
    dispatcher: agent,
    bodyTimeout: 0,
    headers: {
      "content-type": "application/json",
      accept: "text/event-stream",
      "x-forwarded-for": `10.0.${index >> 8}.${index & 255}`,
    },
    body: JSON.stringify({ query: QUERY }),
  });
  if (statusCode !== 200) throw new Error(`Subscriber ${index} was answered with ${statusCode}.`);
  await new Promise<void>((resolve, reject) => {
    body.on("data", (part: Buffer) => part.includes("event: next") && resolve());
    body.on("error", (error) => (agent.destroyed ? undefined : reject(error)));
  });
};

const open = async (url: string, count: number): Promise<Agent> => {
  const agent = new Agent({ connections: null });
  for (let begun = 0; begun < count; begun += 50)
    await Promise.all(
      Array.from({ length: Math.min(50, count - begun) }, (_, index) => subscribe(url, agent, begun + index)),
    );
  return agent;
};

const measure = async (url: string, adminUrl: string): Promise<object> => {
  // What the first ones need once is none of what each of them costs.
  await (await open(url, 100)).destroy();
  await pause(IDLE_MS);
  const before = await memoryOf(adminUrl);
  const agent = await open(url, SUBSCRIBERS);
  await pause(IDLE_MS);
  const subscribed = await memoryOf(adminUrl);
  await agent.destroy();
  return {
    subscribers: SUBSCRIBERS,
    ...{ before, subscribed },
    moreResidentMiB: Number((subscribed.residentMiB - before.residentMiB).toFixed(1)),
    most: 64,
  };
};

await runMain(async () => keepResults("subscribers", await measureOnProcesses(measure)));
