/** The page "my use" in a real browser, by the keyboard alone: an app's owner sees what the app asked, and nobody sees another's. */
import "reflect-metadata";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { startGateway, type RunningGateway } from "../../gateway/gateway.js";
import { startIssuer, type RunningIssuer } from "../../infra/local/issuer/issuer.js";
import { projectPath } from "../../platform/config/index.js";
import { localDateOf } from "../../platform/domain/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { timesOf } from "../../platform/use/index.js";
import { openUseStore } from "../../platform/use/use.repository.js";
import { freePorts } from "../support/commands.js";
import { startStack, type TestStack } from "../support/stack.js";

const executablePath = [process.env["CHROMIUM"], "/usr/bin/chromium"].find((path) => path && existsSync(path));
const inBrowser = executablePath ? describe : describe.skip;

const AXE = readFileSync(projectPath("node_modules/axe-core/axe.min.js"), "utf8");

inBrowser("the page of an app's use in Chromium, by the keyboard alone", () => {
  const directory = mkdtempSync(join(tmpdir(), "govgraph-my-use-"));
  const asked = new Set<string>();
  const problems: string[] = [];
  let stack: TestStack;
  let gateway: RunningGateway;
  let issuer: RunningIssuer;
  let browser: Browser;
  let page: Page;
  let origin: string;

  /** Two operations of an app of integrator-1, and one of somebody else's client. */
  const record = async (): Promise<void> => {
    const store = openUseStore(stack.database.ownerUrl);
    const operation = (name: string | null, hash: string) => ({ operation: hash, name, coordinates: [], needed: [] });
    const count = (client: string, hash: string, requests: number, failed: number, ms: number) => ({
      ...{ client, operation: hash, requests, failed, points: requests * 10, times: timesOf(ms, requests) },
    });
    await store.add({
      day: localDateOf(new Date()),
      operations: [
        operation("LicencesOfShop", "a1"),
        operation(null, "b2b2b2b2b2b2b2b2"),
        operation("NotTheirs", "c3"),
      ],
      counts: [
        count("app-open", "a1", 1_200, 30, 80),
        count("app-open", "b2b2b2b2b2b2b2b2", 5, 0, 4_000),
        count("client-of-others", "c3", 7, 0, 20),
      ],
      services: [],
    });
    await store.close();
  };

  beforeAll(async () => {
    if (!existsSync(projectPath("gateway/web/static/my-use.html.br")))
      execFileSync(process.execPath, [projectPath("dist/gateway/web/build.js")]);
    const [port] = await freePorts(1);
    origin = `http://localhost:${port}`;
    issuer = await startIssuer({
      ...{ host: "127.0.0.1", port: 0, keyFile: join(directory, "key.json"), redirectUris: [`${origin}/`] },
      production: false,
    });
    stack = await startStack();
    await record();
    gateway = await startGateway({
      ...{ host: "127.0.0.1", port: port!, admin: { host: "127.0.0.1", port: 0 } },
      subgraphs: new Map(stack.subgraphs.map(({ name, url }) => [name, url])),
      ...{ contextKeys: stack.contextKeys, cursorSecret: "test", issuerUrl: issuer.issuerUrl },
      clock: () => new Date("2026-09-28T04:00:00Z"),
      // As in production.
      explorer: false,
      demonstrationUsers: ["integrator-1", "citizen-1"],
      use: { store: stack.database.ownerUrl, share: 1 },
      log: createLogger({ name: "test", level: "silent" }),
    });
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on("request", (request) => asked.add(new URL(request.url()).origin));
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && message.location().url.startsWith(origin)) problems.push(message.text());
    });
  });
  afterAll(async () => {
    await browser?.close();
    await gateway?.stop();
    await issuer?.stop();
    await stack?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  /** Goes on by the tabulator until what is looked for has the focus. */
  const tabTo = async (selector: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses++) {
      if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`The keyboard does not reach ${selector}.`);
  };
  const signInAs = async (user: string): Promise<void> => {
    await page.goto(`${origin}/my-use`);
    await page.waitForSelector("#sign-in-as");
    await tabTo("#sign-in-as");
    // The first user is a hint to the issuer, where anybody may sign in.
    await page.keyboard.press("ArrowDown");
    await page.waitForSelector("#kc-login");
    await page.fill("#username", user);
    await page.fill("#password", `demo-only-${user}`);
    await page.keyboard.press("Enter");
    await page.waitForSelector("#signed-in-as");
  };
  const found = async (): Promise<readonly string[]> => {
    await page.evaluate(AXE);
    return (await page.evaluate(
      "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
    )) as readonly string[];
  };

  it("is whole and clean before anybody signs in", async () => {
    await page.goto(`${origin}/my-use`);
    await page.waitForSelector("#sign-in-as");
    expect(await page.textContent("main")).toMatch(/应用管理员登录后可查看/);
    expect(await found()).toEqual([]);
  });

  it("shows the owner each operation with errors and time, the points, and nothing of others", async () => {
    await signInAs("integrator-1");
    expect(page.url()).toBe(`${origin}/my-use`);
    await page.waitForSelector("#app");
    await tabTo("#app");
    await page.selectOption("#app", "app-open");
    await page.waitForSelector("#operations");
    const rows = await page.locator("#operations tbody tr").allInnerTexts();
    expect(rows.map((row) => row.split("\t").slice(0, 5))).toEqual([
      ["LicencesOfShop", "1,200", "30 (2.5%)", "≤ 100 ms", "12,000"],
      ["b2b2b2b2b2b2", "5", "0 (0%)", "> 3,000 ms", "50"],
    ]);
    expect(await page.innerText("#operations tfoot")).toMatch(/1,205\s+30 \(2\.5%\)\s+12,050/);
    expect(await page.innerText(".quotas")).toMatch(/本分钟额度[^]*0 \/ 6,000,000[^]*当日额度[^]*0 \/ 1,000,000,000/);
    expect(await page.innerText("main")).not.toContain("NotTheirs");
    expect(await found()).toEqual([]);
    if (process.env["MY_USE_SCREENSHOT"])
      await page.screenshot({ path: process.env["MY_USE_SCREENSHOT"], fullPage: true });
  });

  it("looks at another span by the keyboard, and fits a telephone in the dark", async () => {
    await tabTo("#days");
    await page.keyboard.press("Home");
    await page.waitForSelector("#operations caption:has-text('1 天')");
    await tabTo(".scrolled");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    expect(await found()).toEqual([]);
  });

  it("has no app to show to who owns none", async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await tabTo("#sign-out");
    await page.keyboard.press("Enter");
    await signInAs("citizen-1");
    await page.waitForSelector("#no-apps, #app, main [role=alert]");
    expect(await page.innerText("main")).toMatch(/您名下没有登记的应用/);
    expect(await page.locator("#operations").count()).toBe(0);
  });

  it("asked nobody but the gateway and the issuer, kept no token, and broke no rule of its own", async () => {
    expect([...asked].filter((from) => from !== "null").sort()).toEqual(
      [origin, new URL(issuer.issuerUrl).origin].sort(),
    );
    const kept = (await page.evaluate(
      "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])",
    )) as string;
    expect(kept).not.toMatch(/eyJ[\w-]+\./);
    expect(problems).toEqual([]);
  });
});
