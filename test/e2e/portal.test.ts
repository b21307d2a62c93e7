/** The example portal in a real browser, as a stranger builds it: each journey, by keyboard alone too, and nothing that axe finds, at both widths and in the dark. */
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import type { RunningGateway } from "../../gateway/gateway.js";
import { startIssuer, type RunningIssuer } from "../../infra/local/issuer/issuer.js";
import { projectPath } from "../../platform/config/index.js";
import { freePorts } from "../support/commands.js";
import { takeScreenshots } from "../support/portal-screenshots.js";
import { startStack, type TestStack } from "../support/stack.js";

const executablePath = [process.env["CHROMIUM"], "/usr/bin/chromium"].find((path) => path && existsSync(path));
const inBrowser = executablePath ? describe : describe.skip;

const PORTAL = projectPath("examples/portal");
const PROGRAMS = {
  codegen: projectPath("node_modules/@graphql-codegen/cli/cjs/bin.js"),
  tsc: projectPath("node_modules/typescript/bin/tsc"),
  vite: projectPath("node_modules/vite/bin/vite.js"),
};

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

it("names the packages that it is built with here", () => {
  const { dependencies, devDependencies } = manifestOf(PORTAL);
  const { "@govgraph/client": client, ...others } = { ...dependencies, ...devDependencies };
  expect(client).toBe(`file:govgraph-client-${manifestOf(projectPath("clients/typescript")).version}.tgz`);
  const here = Object.keys(others).map((name) => [name, manifestOf(projectPath(`node_modules/${name}`)).version]);
  expect(others).toEqual(Object.fromEntries(here));
});

inBrowser("the portal in Chromium", () => {
  const directory = mkdtempSync(join(tmpdir(), "govgraph-portal-"));
  const asked = new Set<string>();
  const problems: string[] = [];
  let stack: TestStack;
  let gateway: RunningGateway;
  let issuer: RunningIssuer;
  let served: ChildProcess;
  let browser: Browser;
  let origin: string;

  /** Runs a program of the portal's folder. */
  const inPortal = (program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<unknown> =>
    promisify(execFile)(process.execPath, [program, ...args], { cwd: PORTAL, env: { ...process.env, ...env } });

  beforeAll(async () => {
    const [port] = await freePorts(1);
    origin = `http://localhost:${port}`;
    issuer = await startIssuer({
      host: "127.0.0.1",
      port: 0,
      keyFile: join(directory, "key.json"),
      redirectUris: [`${origin}/`],
      production: false,
    });
    // Built as for production, whatever runs the test.
    const env = { NODE_ENV: "production", PORTAL_PORT: String(port), PORTAL_ISSUER_URL: issuer.issuerUrl };
    await inPortal(PROGRAMS.codegen, ["--config", "codegen.yml"], env);
    const built = ["--outDir", join(directory, "site")];
    [stack] = await Promise.all([
      startStack(),
      inPortal(PROGRAMS.tsc, [], env),
      inPortal(PROGRAMS.vite, ["build", ...built], env),
    ]);
    // The verifier of the issuer's tokens, where the stack's own takes names.
    gateway = (await stack.another({ issuerUrl: issuer.issuerUrl, verifier: undefined })).gateway;
    served = spawn(process.execPath, [PROGRAMS.vite, "preview", ...built], {
      cwd: PORTAL,
      env: { ...process.env, ...env, PORTAL_GRAPH_URL: gateway.url },
    });
    await new Promise((ready) => served.stdout!.once("data", ready));
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    served?.kill();
    await issuer?.stop();
    await stack?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  /** A reader's browser, of which is written down whom it asks and what goes wrong. */
  const openReader = async (options: Parameters<Browser["newContext"]>[0] = {}): Promise<BrowserContext> => {
    const reader = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN", ...options });
    reader.on("request", (request) => asked.add(new URL(request.url()).origin));
    reader.on("console", (message) => {
      const { url } = message.location();
      if (message.type() === "error" && url.startsWith(origin)) problems.push(`${message.text()} ${url}`);
    });
    reader.on("weberror", (error) => problems.push(error.error().message));
    return reader;
  };

  const open = async (reader: BrowserContext, hash: string): Promise<Page> => {
    const page = await reader.newPage();
    await page.goto(`${origin}/${hash}`);
    await settled(page);
    return page;
  };

  const MATTER = "#/matters/CN-TASK-11990101MB9000015E4220131001000";
  const CREDIT = "#/credit/91990101MA9000011P";
  const MONEY = "#/money/吉财农指〔2026〕35号";
  /** Every page, with what it shows once it is there. */
  const PAGES: readonly (readonly [hash: string, shown: string])[] = [
    ["#/", "您想办什么事"],
    ["#/matters?search=食品经营许可&division=222401", "延吉市市场监督管理局"],
    [`${MATTER}?situation=NEW`, "食品经营场所检测评价报告"],
    ["#/credit?search=餐饮", "延边白山松餐饮有限公司"],
    [CREDIT, "哪些不公开，为什么"],
    ["#/money", "2026年中央财政常态化帮扶资金"],
    [MONEY, "账对得上吗"],
    ["#/lights", "安图县"],
    ["#/closed", "行政许可公示"],
    ["#/me", "企业经办人"],
    ["#/matters?search=没有这样的事项", "没有找到"],
    ["#/matters/none", "没有这个事项"],
    ["#/credit/none", "没有这个主体"],
    ["#/money/none", "没有这个指标"],
    ["#/nowhere", "没有这个页面"],
  ];

  it.each([
    ["1280 px", { viewport: { width: 1280, height: 900 } }],
    ["390 px", { viewport: { width: 390, height: 844 } }],
    ["1280 px in the dark", { viewport: { width: 1280, height: 900 }, colorScheme: "dark" as const }],
  ])("has no page with a violation, or wider than the screen, at %s", async (_name, options) => {
    const reader = await openReader(options);
    const page = await open(reader, "");
    await page.evaluate(AXE);
    const found: unknown[] = [];
    for (const [hash, shown] of PAGES) {
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
      await page.waitForSelector(`main:has-text("${shown}")`);
      await settled(page);
      found.push(...(await violations(page)));
      const width = await page.evaluate("document.documentElement.scrollWidth");
      if (width !== options.viewport.width) found.push(`${hash} is ${String(width)} px wide`);
    }
    expect(found).toEqual([]);
    await reader.close();
  });

  it("leads by keyboard alone from the first page to the materials of a situation", async () => {
    const reader = await openReader();
    const page = await open(reader, "");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("跳到正文");
    await page.keyboard.press("Enter");
    await tabTo(page, "事项名称");
    await page.keyboard.type("食品经营许可");
    await page.keyboard.press("Enter");
    await page.waitForSelector("a:text-is('食品经营许可')");
    await tabTo(page, "食品经营许可");
    await page.keyboard.press("Enter");
    await page.waitForSelector("h1:text-is('食品经营许可')");
    expect(await focused(page)).toBe("食品经营许可");
    await tabTo(page, "还不确定，显示全部");
    expect(await page.locator(".materials li").count()).toBe(4);
    await page.keyboard.press("ArrowDown");
    await page.waitForSelector(".count:has-text('适用 3 份')");
    expect(await focused(page)).toBe("新办");
    expect(await page.locator(".materials").textContent()).not.toContain("变更证明材料");
    expect(page.url()).toContain("?situation=NEW");
    await reader.close();
  });

  it("says what is withheld, why, on which basis and what the reader may do, and what is shown in part", async () => {
    const reader = await openReader();
    const page = await open(reader, CREDIT);
    await page.click(".withheld summary");
    expect(await page.textContent(".withheld >> nth=0")).toMatch(/不公开 · 内部事务信息.*第十六条.*经办机关/);
    expect(await page.textContent("#commitments ~ .records")).toMatch(/金\*\*\* 部分隐去 · 仅显示姓氏/);
    const panel = await page.textContent(".closed");
    expect(panel).toMatch(/联系方式.*公共信用评价等级.*承诺签署人/);
    expect(panel).toContain("登录后再看");
    await page.click("text=English");
    await page.waitForSelector(".withheld:has-text('Internal affairs')");
    expect(await page.getAttribute("html", "lang")).toBe("en");
    await reader.close();
  });

  it("shows where the money of an indicator went, in a picture and to the fen in a table", async () => {
    const reader = await openReader();
    const page = await open(reader, "#/money");
    await page.click("a:text-is('2026年中央财政常态化帮扶资金')");
    await page.waitForSelector(".picture");
    const rows = (await page.locator("tbody tr").allTextContents()).map((row) => row.replaceAll(/\s/g, ""));
    expect(rows).toHaveLength(8);
    expect(rows[0]).toBe("中央吉林省¥80,000,000.00¥29,500,000.00¥50,500,000.00");
    expect(rows).toContain("珲春市珲春市政务服务中心（演示）¥6,000,000.00¥4,500,000.00¥1,500,000.00");
    expect(await page.locator(".band").count()).toBe(8);
    await page.click("tbody a");
    await page.waitForSelector("h1:text-is('珲春市政务服务中心（演示）')");
    await page.goto(`${origin}/#/money/吉财农指〔2025〕45号`);
    await page.waitForSelector("h1:text-is('2025年中央财政衔接推进乡村振兴补助资金')");
    const { body } = await stack.ask(`{
      budgetAllotment(allotmentNo: "吉财农指〔2025〕45号") {
        downstream(depth: 6, first: 100) { nodes { recipient { ... on FundProject { villageCode site { name } } } } }
      }
    }`);
    interface Project {
      readonly recipient: { readonly villageCode?: string; readonly site?: { readonly name: string } };
    }
    const villages = (body.data.budgetAllotment.downstream.nodes as Project[]).flatMap(({ recipient }) =>
      recipient.villageCode ? [`${recipient.site?.name} ${recipient.villageCode}`] : [],
    );
    expect(villages.length).toBeGreaterThan(10);
    expect(new Set(await page.locator(".bar-village ~ text").allTextContents())).toEqual(new Set(villages));
    const fen = (await page.locator(".facts dd").allTextContents()).map((text) =>
      Number(text.replaceAll(/[¥,.]/g, "")),
    );
    expect(fen.slice(1).reduce((sum, part) => sum + part)).toBe(fen[0]);
    await reader.close();
  });

  interface Body {
    readonly data: Readonly<Record<string, Record<string, unknown> | null>>;
    errors?: readonly unknown[];
  }

  /** A page of which an answer is changed on its way, as the graph answers where a service is down or tells less. */
  const openChanged = async (reader: BrowserContext, hash: string, change: (body: Body) => void): Promise<Page> => {
    const page = await reader.newPage();
    await page.route("**/graphql", async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as Body;
      change(body);
      await route.fulfill({ response, json: body });
    });
    await page.goto(`${origin}/${hash}`);
    await settled(page);
    return page;
  };

  it.each([
    [CREDIT, "organization", "penalties", "#penalties", "没有行政处罚"],
    [CREDIT, "organization", "listEntries", "#lists", "没有列入任何名单"],
    [MATTER, "serviceMatter", "materials", "#materials", "不需要材料"],
    [MATTER, "serviceMatter", "relatedFunds", "#guide", "相关扶持资金无"],
    ["#/lights", "division", "alerts", "#alerts", "没有您可以查看的预警"],
  ])("calls nothing empty that did not come: %s %s.%s", async (hash, root, field, id, none) => {
    const reader = await openReader();
    const page = await openChanged(reader, hash, (body) => {
      const parent = body.data[root];
      if (parent?.[field] === undefined) return;
      parent[field] = null;
      const extensions = { code: "UPSTREAM_UNAVAILABLE" };
      body.errors = [{ message: "服务暂时不可用。", path: [root, field], extensions }];
    });
    const text = await page.textContent(`section:has(> ${id})`);
    expect(text).toContain("服务暂时不可用。 请稍后重试。");
    expect(text).not.toContain(none);
    expect(await page.textContent("main")).toContain("本页有部分内容没有取得");
    await page.evaluate(AXE);
    expect(await violations(page)).toEqual([]);
    await reader.close();
  });

  it("does not call in order what is not shown whole", async () => {
    const reader = await openReader();
    const page = await openChanged(reader, MONEY, ({ data }) => {
      const { rules } = data["budgetAllotment"]!["reconciliation"] as { rules: object[] };
      Object.assign(rules[0]!, { outcome: "NOT_SHOWN", notShown: "FEWER_THAN_FIVE" });
    });
    const text = await page.textContent("section:has(> #rules)");
    expect(text).toContain("不足五人");
    expect(text).not.toContain("没有发现不符");
    await reader.close();
  });

  it("shows how many lights are on to everybody, and the alerts behind them to a supervisor", async () => {
    const reader = await openReader();
    const page = await open(reader, "#/lights?division=222400&light=BLACK");
    const { body } = await stack.ask('{ division(code: "222400") { alertCounts { black red yellow } } }');
    const { black, red, yellow } = body.data.division.alertCounts;
    expect(await page.locator(".lamps strong").allTextContents()).toEqual([black, red, yellow].map(String));
    expect(await page.locator("#alerts ~ * .records > li").count()).toBe(0);
    await page.click("text=以监督人员身份登录");
    await signIn(page, "supervisor-1");
    expect(page.url()).toBe(`${origin}/#/lights?division=222400&light=BLACK`);
    expect(await page.locator("#alerts ~ * .records > li").count()).toBeGreaterThan(0);
    // A supervisor of the province comes from their own page to a division that the portal does not offer.
    await page.evaluate("location.hash = '#/lights?division=220000'");
    await page.waitForSelector("option[value='220000']:text-is('吉林省')", { state: "attached" });
    await reader.close();
  });

  it.each([
    ["citizen-1", ["市民", "我的办件", "耕地地力保护补贴"]],
    ["agent-1", ["企业经办人", "延边白山松餐饮有限公司（演示）", "我的电子证照"]],
    ["integrator-1", ["企业经办人", "应用登记人员"]],
    ["officer-1", ["机关工作人员", "延吉市市场监督管理局（演示）"]],
    ["supervisor-1", ["监督人员", "本区划亮灯"]],
  ])("shows %s what is theirs, without a violation", async (user, shown) => {
    const reader = await openReader();
    const page = await open(reader, "#/me");
    await page.click("text=去登录");
    await signIn(page, user);
    const text = await page.textContent("main");
    for (const each of shown) expect(text).toContain(each);
    await page.evaluate(AXE);
    expect(await violations(page)).toEqual([]);
    await reader.close();
  });

  it("names what is not public in words, by reason", async () => {
    const reader = await openReader();
    const page = await open(reader, "#/closed");
    await page.selectOption("select", "PROCESS_INFORMATION");
    await page.waitForSelector(".tag-withheld:text-is('过程性信息')");
    await settled(page);
    const { body } = await stack.ask("{ negativeList(reason: PROCESS_INFORMATION) { totalCount } }");
    expect(await page.textContent("main [role=status]")).toBe(`共 ${body.data.negativeList.totalCount} 项`);
    expect(new Set(await page.locator(".tag-withheld").allTextContents())).toEqual(new Set(["过程性信息"]));
    await reader.close();
  });

  it("says in the code's sentence what was refused, and what to do, and asks again", async () => {
    const reader = await openReader();
    const page = await reader.newPage();
    const refusal = { errors: [{ message: "请求超出限制。", extensions: { code: "LIMIT_EXCEEDED" } }] };
    await page.route("**/graphql", (route) => route.fulfill({ status: 400, json: refusal }));
    await page.goto(`${origin}/${MATTER}`);
    expect(await page.textContent(".problem")).toMatch(/请求超出限制。.*请缩小查询范围。/);
    await page.evaluate(AXE);
    expect(await violations(page)).toEqual([]);
    await page.unroute("**/graphql");
    await page.click("text=重试");
    await page.waitForSelector("h1:text-is('食品经营许可')");
    problems.splice(0, problems.length, ...problems.filter((problem) => !/status of 400/.test(problem)));
    await reader.close();
  });

  it("signs in by PKCE, comes back where the reader was, and keeps no token but in memory", async () => {
    const reader = await openReader();
    const page = await open(reader, MATTER);
    expect(await page.locator(".withheld").count()).toBe(1);
    await page.click(".header-tools >> text=登录");
    await signIn(page, "officer-1");
    expect(page.url()).toBe(`${origin}/${MATTER}`);
    await page.waitForSelector("h1:text-is('食品经营许可')");
    expect(await page.locator(".withheld").count()).toBe(0);
    const kept = (await page.evaluate(
      "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])",
    )) as string;
    expect(kept).not.toMatch(/eyJ[\w-]+\./);
    await page.click(".header-tools >> text=退出");
    await page.waitForSelector(".header-tools >> text=登录");
    await reader.close();
  });

  if (process.env["PORTAL_SCREENSHOTS"])
    it("takes the pictures of the README", () => takeScreenshots(browser, origin, settled));

  it("asked nobody but its own address and the issuer, and broke no rule of its own", () => {
    expect([...asked].sort()).toEqual([origin, new URL(issuer.issuerUrl).origin].sort());
    expect(problems).toEqual([]);
  });
});

/** Waits until no question is under way. */
const settled = async (page: Page): Promise<void> => {
  await page.waitForSelector("main:not(:has([aria-busy], .loading)) h1");
};

/** Signs in as a demonstration user, from the issuer's page back to the portal's. */
const signIn = async (page: Page, user: string): Promise<void> => {
  await page.fill("#username", user);
  await page.fill("#password", `demo-only-${user}`);
  await page.click("#kc-login");
  await page.waitForSelector(".header-tools >> text=退出");
  await settled(page);
};

const AXE = readFileSync(projectPath("node_modules/axe-core/axe.min.js"), "utf8");

/** What axe finds, short enough to read. */
const violations = (page: Page): Promise<string[]> =>
  page.evaluate(
    `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => location.hash + " " + id + " " + html + " " + failureSummary)))`,
  );

/** What a reader with a screen reader hears of the focus, about. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(
    `(({ labels, ariaLabel, textContent }) => (labels?.[0]?.textContent ?? ariaLabel ?? textContent).trim())(document.activeElement)`,
  );

/** Presses Tab until the focus is on something of this name. Throws where it is not among the next forty. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === name) return;
  }
  throw new Error(`Nobody gets to ${name} by Tab.`);
};
