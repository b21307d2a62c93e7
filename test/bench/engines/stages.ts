/** Which stage of a request had the gateway's processor: a CPU profile, summed up by the innermost function of a stage on each sampled stack. */
import type { Profiler } from "node:inspector";

/** Stages in the order of a request; the first whose pattern fits a function's file, or its name, takes the sample. */
const STAGES: readonly (readonly [stage: string, file: RegExp, name?: RegExp])[] = [
  ["sign", /platform\/auth\/(signed-context|message-signature|nonces)\.js/],
  ["encode", /request\/send-answer\.js/],
  ["write", /^node:_http_outgoing/, /^(end|_send|_writeRaw|write_|writeHead|_storeHeader|_flush)/],
  ["log and metrics", /telemetry\/|node_modules\/(pino|prom-client|sonic-boom|thread-stream)|observe-request/],
  ["fetch", /node_modules\/undici\/|gateway\/upstream\//],
  ["policy", /gateway\/(disclosure|notices)\/|platform\/disclosure\//],
  [
    "plan",
    /@apollo\/(query-planner|query-graphs|federation-internals)|compiled\/(apollo-planner|plan|compile-program|program)\.js|plan-queue/,
  ],
  ["merge", /engine\/compiled\//],
  ["shape", /gateway\/answer\//],
  ["limits", /document-limits|cost|rate-|turns\.js/],
  ["parse and validate", /gateway\/document\/|known-documents|node_modules\/graphql\/|@apollo\/server/],
  ["HTTP in", /gateway\/request\/|^node:_http_server|^node:_http_incoming|platform\/(http|auth)\//],
];

const stageOf = ({ url, functionName }: Profiler.ProfileNode["callFrame"]): string | undefined => {
  if (functionName === "(garbage collector)") return "garbage collection";
  return STAGES.find(([, file, name]) => file.test(url) && (name?.test(functionName) ?? true))?.[0];
};

/** Shares of the stages in percent of the time in which the process was not idle. */
export const stagesOf = ({
  nodes,
  samples = [],
  timeDeltas = [],
}: Profiler.Profile): Readonly<Record<string, number>> => {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const found = new Map<number, string | undefined>();
  const stageAt = (id: number): string | undefined => {
    if (found.has(id)) return found.get(id);
    const frame = known.get(id)!.callFrame;
    const parent = parents.get(id);
    // Where the profile was begun by a message, the wait for the next event stands under the name of what took it.
    const isIdle = frame.functionName === "(idle)" || (frame.url === "" && frame.functionName === "dispatch");
    const stage = isIdle ? "idle" : (stageOf(frame) ?? (parent === undefined ? undefined : stageAt(parent)));
    found.set(id, stage);
    return stage;
  };
  const sums = new Map<string, number>();
  for (const [index, sample] of samples.entries()) {
    const stage = stageAt(sample) ?? "Node.js";
    if (stage !== "idle") sums.set(stage, (sums.get(stage) ?? 0) + (timeDeltas[index] ?? 0));
  }
  const total = [...sums.values()].reduce((sum, each) => sum + each, 0);
  return Object.fromEntries(
    [...sums]
      .sort(([, one], [, other]) => other - one)
      .map(([stage, sum]) => [stage, Math.round((sum / total) * 1_000) / 10]),
  );
};
