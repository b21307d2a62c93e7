/** What the processes of `npm start` get: each its own variables and secrets of its own, and nothing of ours beside them. */
import "reflect-metadata";
import { GATEWAY_VARIABLES } from "../../../gateway/config.js";
import {
  gatewayEnvironment,
  servicesEnvironment,
  webhooksEnvironment,
  type StartSettings,
} from "../../../infra/local/child-environment.js";
import { COMMAND_VARIABLES, START_VARIABLES } from "../../../commands/command-variables.js";
import { createGatewayKey, createPartnerKey, createSigningKey } from "../../../platform/auth/index.js";
import { parseCodeKeys } from "../../../platform/domain/index.js";
import { createRecordKey } from "../../../platform/import/index.js";
import { subgraphVariables } from "../../../platform/subgraph/index.js";
import { SUBGRAPHS } from "../../../schema/subgraph-definitions.js";

const OF_SERVICES = SUBGRAPHS.flatMap((definition) => Object.keys(subgraphVariables(definition)));
const OF_GATEWAY = Object.keys(GATEWAY_VARIABLES);
const MACHINE = { PATH: "/bin", HTTPS_PROXY: "http://proxy.example", NODE_OPTIONS: "--trace-warnings" };
const CODES = SUBGRAPHS.filter(({ codes }) => codes !== undefined).map(({ name }) => name);

const settings = (given: StartSettings["given"] = {}): StartSettings => ({
  given: { ...MACHINE, ...given },
  state: {
    contextKeys: createGatewayKey("local"),
    partnerKeys: createPartnerKey("local"),
    pseudonymSecret: "pseudonyms",
    secret: "passwords",
    cursorSecret: "cursors",
    codeSecret: "codes",
    uploadKey: createSigningKey("test"),
    receiptKey: createSigningKey("test"),
    recordKeys: createRecordKey("local"),
  },
  urls: Object.fromEntries(SUBGRAPHS.map(({ name }) => [name, `postgresql://${name}:password@127.0.0.1/govgraph`])),
  gatewayPort: "4000",
  issuerPort: "8080",
  issuerUrl: "http://localhost:8080/realms/gov",
  epoch: new Date("2026-09-28T09:40:00+08:00"),
});

describe("the processes of npm start", () => {
  it("get their own variables alone, whatever npm start was given", () => {
    const all = [...OF_SERVICES, ...OF_GATEWAY, ...Object.keys({ ...START_VARIABLES, ...COMMAND_VARIABLES })];
    const given = Object.fromEntries(
      [...all, "KEYCLOAK_ADMIN_PASSWORD", "OTHER_DATABASE_URL"].map((name) => [name, name]),
    );
    const both = settings({ ...given, GATEWAY_CONTEXT_KEYS: "", GATEWAY_UPLOAD_KEY: "" });
    const issuer = ["ISSUER_PORT", "ISSUER_KEY_FILE", "ISSUER_REDIRECT_URIS"];
    const servicesGet = Object.keys(servicesEnvironment(both)).sort();
    // What services have in common is named by each.
    expect(servicesGet).toEqual([...new Set([...Object.keys(MACHINE), ...OF_SERVICES, ...issuer])].sort());
    const gatewayGets = Object.keys(gatewayEnvironment(both, "key")).sort();
    expect(gatewayGets).toEqual([...Object.keys(MACHINE), ...OF_GATEWAY].sort());
  });

  it("have secrets of their own, each for one thing, and the same at the next start", () => {
    const local = settings();
    const services = servicesEnvironment(local);
    const gateway = gatewayEnvironment(local, "key");
    const names = [...SUBGRAPHS.map(({ name }) => `${name.toUpperCase()}_CURSOR_SECRET`)];
    const codes = CODES.map((name) => services[`${name.toUpperCase()}_CODE_KEYS`]!);
    const secrets = [...names.map((name) => services[name]), gateway["GATEWAY_CURSOR_SECRET"], ...codes];
    expect(secrets).toHaveLength(10);
    expect(secrets).not.toContain(undefined);
    const parts = secrets.map((secret) => secret!.replace("local:", ""));
    expect(new Set(parts).size).toBe(10);
    for (const other of [local.state.contextKeys, local.state.secret, local.state.recordKeys])
      expect(parts.filter((part) => part.includes(other) || other.includes(part))).toEqual([]);
    expect(codes).toHaveLength(3);
    for (const keys of codes) expect(parseCodeKeys(keys)("test", 10).make("text")).toHaveLength(10);
    expect(servicesEnvironment(local)).toEqual(services);
    expect(gatewayEnvironment(local, "key")).toEqual(gateway);
  });

  it("push changes where a key is given, which nobody else is told; the gateway knows its public half", () => {
    const [first, second] = [createPartnerKey("w1"), createPartnerKey("w2")];
    const local = settings({ WEBHOOKS_KEY: `${first},${second}`, CREDIT_PORT: "1", GATEWAY_PORT: "2" });
    expect(webhooksEnvironment(local)).toEqual({
      ...MACHINE,
      WEBHOOKS_KEY: `${first},${second}`,
      REFERENCE_DATABASE_URL: local.urls["reference"],
      WEBHOOKS_GATEWAY_URL: "http://127.0.0.1:4000/graphql",
      WEBHOOKS_LOG_LEVEL: "warn",
    });
    const gateway = gatewayEnvironment(local, "key");
    expect(gateway["GATEWAY_WEBHOOK_SIGNERS"]).toMatch(/^w1:[\w-]{43},w2:[\w-]{43}$/);
    for (const environment of [gateway, servicesEnvironment(local)])
      expect(JSON.stringify(environment)).not.toContain(first.split(":")[1]);
    expect(gatewayEnvironment(settings(), "key")).not.toHaveProperty("GATEWAY_WEBHOOK_SIGNERS");
  });

  it("go on in the demonstration's time, or in the real one where it is asked for", () => {
    const epochOf = (given: StartSettings["given"]): unknown =>
      gatewayEnvironment(settings(given), "key")["GATEWAY_CLOCK_EPOCH"];
    expect(epochOf({})).toBe("2026-09-28T01:40:00.000Z");
    expect(epochOf({ GOVGRAPH_CLOCK: "real" })).toBe("real");
  });

  it("keep the secrets that they are given, and an empty list of origins", () => {
    const given = { CREDIT_CURSOR_SECRET: "c", CREDIT_CODE_KEYS: "k", GATEWAY_CURSOR_SECRET: "g", GATEWAY_ORIGINS: "" };
    const mine = settings(given);
    expect(servicesEnvironment(mine)).toMatchObject({ CREDIT_CURSOR_SECRET: "c", CREDIT_CODE_KEYS: "k" });
    expect(gatewayEnvironment(mine, "key")).toMatchObject({ GATEWAY_CURSOR_SECRET: "g", GATEWAY_ORIGINS: "" });
  });
});
