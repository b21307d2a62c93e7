/** Sums CPU profiles up: which package and which function had the processor, without what it called. */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Profiler } from "node:inspector";

/** Share of the time in which the process was not idle, in percent. */
export type Shares = Readonly<Record<string, number>>;

const NODE_MODULE = /node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** The package of a function; our own code by its folder, and what has no file by what the engine calls it. */
const packageOf = ({ url, functionName }: Profiler.ProfileNode["callFrame"]): string => {
  const [, module] = NODE_MODULE.exec(url) ?? [];
  if (module) return module;
  const [, own] = /\/dist\/([^/]+\/[^/]+)\//.exec(url) ?? [];
  if (own) return own;
  return url.startsWith("node:") ? "node" : functionName.startsWith("(") ? functionName : "engine";
};

const functionOf = (frame: Profiler.ProfileNode["callFrame"]): string =>
  `${packageOf(frame)} ${frame.url.split("/").at(-1)}:${frame.lineNumber + 1} ${frame.functionName || "(anonymous)"}`;

/** Takes profiles of the processes while the work is done. */
export const profiled = async (
  processes: readonly ChildProcess[],
  work: () => Promise<void>,
): Promise<Profiler.Profile[]> => {
  for (const each of processes) each.send("profile");
  await work();
  return Promise.all(
    processes.map(async (each) => {
      const answered = once(each, "message");
      each.send("profiled");
      return (await answered)[0] as Profiler.Profile;
    }),
  );
};

/** The shares of packages and of the first functions, over all the profiles. */
export const summarized = (
  profiles: readonly Profiler.Profile[],
  functions: number,
): { readonly byPackage: Shares; readonly byFunction: Shares } => {
  const [packages, names] = [new Map<string, number>(), new Map<string, number>()];
  let total = 0;
  for (const { nodes, samples = [], timeDeltas = [] } of profiles) {
    const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
    for (const [index, sample] of samples.entries()) {
      const frame = frames.get(sample)!;
      // Where the profile was begun by a message, the wait for the next event stands under the name of what took it.
      if (frame.functionName === "(idle)" || (frame.url === "" && frame.functionName === "dispatch")) continue;
      const microseconds = timeDeltas[index] ?? 0;
      total += microseconds;
      for (const [sums, name] of [
        [packages, packageOf(frame)],
        [names, functionOf(frame)],
      ] as const)
        sums.set(name, (sums.get(name) ?? 0) + microseconds);
    }
  }
  const shares = (sums: ReadonlyMap<string, number>, most: number): Shares =>
    Object.fromEntries(
      [...sums]
        .sort(([, one], [, other]) => other - one)
        .slice(0, most)
        .map(([name, sum]) => [name, Math.round((sum / total) * 1_000) / 10]),
    );
  return { byPackage: shares(packages, 25), byFunction: shares(names, functions) };
};
