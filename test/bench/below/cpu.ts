/** CPU time of processes, as Linux counts it for each of their threads. */
import { readdirSync, readFileSync } from "node:fs";

const nanosecondsOf = (pid: number): number => {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .map((task) => Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ")[0]))
      .reduce((sum, each) => sum + each, 0);
  } catch {
    // It ended meanwhile.
    return 0;
  }
};

/** Seconds that the process has had a core. */
export const cpuSecondsOf = (pid: number): number => nanosecondsOf(pid) / 1e9;

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);

/** Seconds that each process of a PostgreSQL server has had a core, by its id; who connects has a process of its own. */
export const cpuSecondsOfServer = (postmaster: number): ReadonlyMap<number, number> =>
  new Map([postmaster, ...childrenOf(postmaster)].map((pid) => [pid, cpuSecondsOf(pid)]));

/** Seconds between two readings of a server; a process that is new has had all of its time between them. */
export const serverSecondsBetween = (before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number =>
  [...after].reduce((sum, [pid, seconds]) => sum + seconds - (before.get(pid) ?? 0), 0);
