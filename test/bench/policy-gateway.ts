/** A gateway over the disclosure fixture in a process of its own, with the policy on or its table empty; says its URL and, when asked, its CPU time. */
import "reflect-metadata";
import { startGateway } from "../../gateway/gateway.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { closedAs } from "../support/closures.js";
import { composeFixture, FIXTURE_AGREEMENTS, fixtureKeys, type FIXTURE_KEY } from "../support/disclosure-fixture.js";

const fixture = composeFixture();
const policy = process.env["BENCH_POLICY"] === "off" ? { ...fixture.policy, fields: [] } : fixture.policy;
const supergraph = closedAs(fixture.supergraph, policy);
const gateway = await startGateway({
  host: "127.0.0.1",
  port: 0,
  admin: { host: "127.0.0.1", port: 0 },
  subgraphs: new Map([
    ["records", process.env["BENCH_RECORDS"] ?? ""],
    ["partner", process.env["BENCH_PARTNER"] ?? ""],
  ]),
  contextKeys: fixtureKeys(JSON.parse(process.env["BENCH_KEY"] ?? "") as typeof FIXTURE_KEY),
  cursorSecret: "test",
  issuerUrl: "http://localhost:8080/realms/gov",
  clock: () => new Date("2026-09-28T04:00:00Z"),
  explorer: false,
  log: createLogger({ name: "bench", level: "silent" }),
  edition: () => ({ supergraph, policy }),
  agreements: FIXTURE_AGREEMENTS,
});
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicroseconds: user + system });
});
process.on("disconnect", () => process.exit(0));
process.send?.({ url: gateway.url });
