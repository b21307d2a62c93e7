/** A server that runs on the data already: one that a killed process left, or that starts or stops just now. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

/** Longest wait for a server that starts or stops, in seconds: a machine may be busy. */
export const PATIENCE_S = 300;

/** What postmaster.pid says of a server that runs, or of one that was killed. */
const readPidFile = (data: string): { readonly port: string; readonly status: string } | undefined => {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    return { port: lines[3] ?? "", status: (lines[7] ?? "").trim() };
  } catch {
    return undefined;
  }
};

/** Undefined where it answers, else the code of why not. */
const refusalOf = async (url: string): Promise<string | undefined> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query("select 1");
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? "TIMEOUT";
  } finally {
    await client.end().catch(() => undefined);
  }
};

const CANNOT_CONNECT_NOW = "57P03";

/** URL of the server that runs on the data already; waits while it starts, stops or is too busy to answer. */
export const findRunning = async (data: string, urlAt: (port: string) => string): Promise<string | undefined> => {
  for (const end = Date.now() + PATIENCE_S * 1_000; Date.now() < end;) {
    const known = readPidFile(data);
    if (known === undefined) return undefined;
    if (/^\d+$/.test(known.port)) {
      const refusal = await refusalOf(urlAt(known.port));
      if (refusal === undefined) return urlAt(known.port);
      const busy = known.status !== "ready" || refusal === CANNOT_CONNECT_NOW || refusal === "TIMEOUT";
      // What a killed server left behind, and its port perhaps somebody else's by now.
      if (!busy || (refusal === "ECONNREFUSED" && known.status !== "stopping")) return undefined;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return undefined;
};
