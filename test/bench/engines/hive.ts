/** Hive Gateway, installed into a folder of its own where it is asked for: it is no part of the product. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { caseFile } from "./worlds.js";

const PACKAGES = {
  "@graphql-hive/gateway-runtime": "2.12.1",
  "@graphql-hive/router-runtime": "1.4.23",
  "@graphql-mesh/transport-http": "1.2.1",
  graphql: "16.15.0",
};

const FOLDER = process.env["BENCH_HIVE"] ?? join(tmpdir(), "govgraph-bench-hive");

/** Installs it where it is not, without running what packages bring. */
export const installHive = (): void => {
  if (existsSync(join(FOLDER, "node_modules/@graphql-hive/router-runtime"))) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, "package.json"), JSON.stringify({ private: true, dependencies: PACKAGES }));
  execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: FOLDER, stdio: "ignore" });
};

/** Starts it over the four services, with its own planner or that of Hive Router; gives its address. */
export const startHive = async (name: "hive" | "hive-rust", origin: string): Promise<string> => {
  const { resolve } = createRequire(join(FOLDER, "package.json"));
  const load = async <Module>(of: string): Promise<Module> => (await import(pathToFileURL(resolve(of)).href)) as Module;
  const { createGatewayRuntime } = await load<{ createGatewayRuntime: (options: object) => RequestListener }>(
    "@graphql-hive/gateway-runtime",
  );
  const planner =
    name === "hive"
      ? {}
      : {
          unifiedGraphHandler: (await load<{ unifiedGraphHandler: object }>("@graphql-hive/router-runtime"))
            .unifiedGraphHandler,
        };
  const server = createServer(
    createGatewayRuntime({
      supergraph: caseFile("supergraph.graphql").replaceAll("http://0.0.0.0:4200", origin),
      ...planner,
      logging: "error",
      landingPage: false,
      graphiql: false,
    }),
  );
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
};
