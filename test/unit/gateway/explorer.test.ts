/** The explorer's files, settings and policy; what it bundles asks no other host. */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import { buildSchema, parse, validate } from "graphql";
import { createExplorer, readOperations } from "../../../gateway/web/explorer.js";
import { projectPath } from "../../../platform/config/index.js";

let server: Server;
let url: string;
beforeAll(async () => {
  const app = express();
  app.use(createExplorer({ issuerUrl: "http://localhost:8080/realms/gov", users: ["citizen-1", "officer-1"] }));
  server = createServer(app);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const built = existsSync(projectPath("gateway/web/static/index.html.br"));

describe("the explorer", () => {
  it("may ask itself and the issuer, and nobody else", async () => {
    const policy = (await fetch(`${url}/`)).headers.get("content-security-policy") ?? "";
    const hosts = policy.match(/\bhttps?:[^\s;]+|\*/g);
    expect(hosts).toEqual(["http://localhost:8080"]);
    expect(policy).toMatch(/default-src 'self'.*object-src 'none'.*frame-ancestors 'none'/);
    expect(policy).not.toMatch(/script-src|unsafe-eval/);
  });

  it("gives its settings: issuer, demonstration users, notice in both languages", async () => {
    const settings = (await (await fetch(`${url}/explorer.json`)).json()) as Record<string, unknown>;
    expect(settings).toMatchObject({
      issuer: { url: "http://localhost:8080/realms/gov", clientId: "gov-portal" },
      users: ["citizen-1", "officer-1"],
      notice: "演示数据 demonstration data",
    });
  });

  it("says how to build it where it is not built, and serves it compressed where it is", async () => {
    const response = await fetch(`${url}/`);
    const text = await response.text();
    if (built) {
      expect([response.status, response.headers.get("content-encoding")]).toEqual([200, "gzip"]);
      expect(text).toContain(`<script src="/explorer.js">`);
    } else {
      expect([response.status, text]).toEqual([503, expect.stringContaining("npm run build")]);
    }
  });

  it("loads nothing from elsewhere", () => {
    const page = readFileSync(projectPath("gateway/web/client/index.html"), "utf8");
    expect(page).not.toMatch(/https?:|\/\/cdn/);
    if (!built) return;
    const css = readFileSync(projectPath("gateway/web/static/explorer.css"), "utf8");
    expect(css).not.toMatch(/url\(\s*["']?(https?:)?\/\/|@import/);
    const script = readFileSync(projectPath("gateway/web/static/explorer.js"), "utf8");
    expect(script).not.toMatch(/unpkg\.com|jsdelivr|cdnjs|esm\.sh|new Worker/);
  });
});

describe("its tabs", () => {
  const operations = readOperations();

  it("are showcase operations that the schema answers, in order, with their variables", () => {
    const schema = buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"));
    for (const { query, variables } of operations) {
      expect(validate(schema, parse(query))).toEqual([]);
      if (variables !== undefined) expect(JSON.parse(variables)).toBeInstanceOf(Object);
    }
    const numbers = operations.map(({ query }) => Number(/^# (\d+) /.exec(query)?.[1] ?? 100));
    // 100 is the one that has no number.
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 100]);
  });
});
