/** The product as processes of their own for a measurement: PostgreSQL, each service, and the gateway, with the small data. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadDemonstration } from "../../commands/demonstration.js";
import { startPostgres } from "../../infra/local/postgres.js";
import { prepareDatabases } from "../../commands/prepare.js";
import { derivedUrls } from "../../commands/service-urls.js";
import { DEFAULT_SEED } from "../../infra/local/world.js";
import { createGatewayKey, parseGatewayKeys, printServiceKeys } from "../../platform/auth/index.js";
import { projectPath } from "../../platform/config/index.js";
import { createCodeKey } from "../../platform/domain/index.js";
import { messageKeysOf, receiversOf } from "../../platform/subgraph/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { freePorts } from "../support/commands.js";

/** Variables that services and gateway need over these databases, beside those that a measurement adds. In builds that derive no keys, all services hold the gateway's. */
export const benchVariables = (
  urls: Readonly<Record<string, string>>,
  portOf: (service: string) => number,
  { derivesKeys = true }: { readonly derivesKeys?: boolean } = {},
): { readonly services: NodeJS.ProcessEnv; readonly gateway: NodeJS.ProcessEnv } => {
  const keys = createGatewayKey("bench");
  const keysOf = parseGatewayKeys(keys);
  const services: NodeJS.ProcessEnv = { ...process.env, ...messageKeysOf(SUBGRAPHS, keys) };
  for (const [name, url] of Object.entries(urls)) {
    const prefix = name.toUpperCase();
    Object.assign(services, {
      [`${prefix}_DATABASE_URL`]: url,
      [`${prefix}_CONTEXT_KEYS`]: derivesKeys ? printServiceKeys(keysOf(name)) : keys,
      [`${prefix}_CURSOR_SECRET`]: "bench",
      [`${prefix}_CODE_KEYS`]: createCodeKey("bench"),
      [`${prefix}_PORT`]: String(portOf(name)),
      [`${prefix}_RECEIVERS`]: receiversOf(name)
        .map((receiver) => `${receiver}=http://127.0.0.1:${portOf(receiver)}/graphql`)
        .join(","),
      [`${prefix}_LOG_LEVEL`]: "warn",
    });
  }
  const subgraphs = Object.keys(urls).map((name) => `${name}=http://127.0.0.1:${portOf(name)}/graphql`);
  return {
    services,
    gateway: {
      ...services,
      GATEWAY_CONTEXT_KEYS: keys,
      GATEWAY_CURSOR_SECRET: "bench",
      GATEWAY_SUBGRAPHS: subgraphs.join(","),
      GATEWAY_CLOCK_EPOCH: "2026-09-28T09:00:00+08:00",
      GATEWAY_LOG_LEVEL: "warn",
      GATEWAY_RATE_ANONYMOUS: "0",
      GATEWAY_RATE_SIGNED_IN: "0",
    },
  };
};

/** Waits two minutes at most until the address answers 200. Throws where it does not, or the process ends before. */
export const untilAnswering = async (url: string, child: ChildProcess): Promise<void> => {
  for (let attempt = 0; attempt < 1_200 && child.exitCode === null; attempt++) {
    const answers = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer.`);
};

/** Measures at the gateway's addresses, and ends everything that was started. Clients are told apart by X-Forwarded-For. */
export const measureOnProcesses = async <Result>(
  measure: (url: string, adminUrl: string) => Promise<Result>,
): Promise<Result> => {
  const directory = mkdtempSync(join(tmpdir(), "govgraph-bench-"));
  chmodSync(directory, 0o755);
  const postgres = await startPostgres({ directory });
  const children: ChildProcess[] = [];
  try {
    const urls = derivedUrls(postgres.url, "bench");
    await prepareDatabases({ adminUrl: postgres.url, urls });
    await loadDemonstration(urls, "small", DEFAULT_SEED);
    const names = [...Object.keys(urls), "gateway", "admin"];
    const free = await freePorts(names.length);
    const portOf = (name: string): number => free[names.indexOf(name)]!;
    const variables = benchVariables(urls, portOf);
    const start = async (script: string, env: NodeJS.ProcessEnv, port: number): Promise<void> => {
      const child = fork(projectPath(script), { env });
      children.push(child);
      // No issuer runs, so the gateway is never ready for tokens.
      await untilAnswering(`http://127.0.0.1:${port}/livez`, child);
    };
    for (const name of Object.keys(urls))
      await start(`dist/subgraphs/${name}/main.js`, variables.services, portOf(name));
    const ports = { GATEWAY_PORT: String(portOf("gateway")), GATEWAY_ADMIN_PORT: String(portOf("admin")) };
    await start(
      "dist/gateway/main.js",
      { ...variables.gateway, ...ports, GATEWAY_TRUSTED_PROXIES: "1" },
      portOf("gateway"),
    );
    return await measure(`http://127.0.0.1:${portOf("gateway")}`, `http://127.0.0.1:${portOf("admin")}`);
  } finally {
    await Promise.all(
      children.map(async (child) => {
        if (child.exitCode !== null || !child.kill()) return;
        await once(child, "exit");
      }),
    );
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
};
