/** The page of imports in a real browser, by the keyboard alone: sign-in, upload, suggestions, preview, trial, load, rows to correct, history, undo, sheets. */
import "reflect-metadata";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { startGateway, type RunningGateway } from "../../gateway/gateway.js";
import { startIssuer, type RunningIssuer } from "../../infra/local/issuer/issuer.js";
import { projectPath } from "../../platform/config/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import type { Worker } from "../../commands/loads/work.js";
import { freePorts } from "../support/commands.js";
import { prepareTestLoads, type TestLoads } from "../support/loads.js";
import { startStack, type TestStack } from "../support/stack.js";
import { rowOf, xlsxOf } from "../support/workbooks.js";

const executablePath = [process.env["CHROMIUM"], "/usr/bin/chromium"].find((path) => path && existsSync(path));
const inBrowser = executablePath ? describe : describe.skip;

const OWN = "11990101MB9000015E";
const OTHER = "12990101MB90000236";
const HEADINGS =
  "行政相对人名称,行政相对人类别,统一社会信用代码,行政处罚决定书文号,违法的行为类型,处罚类别,处罚内容,罚款金额（万元）,处罚决定日期,处罚机关统一社会信用代码,失信严重程度";
const row = (docNo: string, authority = OWN): string =>
  `导入甲公司,02,91990101MA900002XF,${docNo},违规,罚款,罚款,0.2,2026-08-03,${authority},一般`;
const FILE = `${HEADINGS}\n${row("面罚〔2026〕1号")}\n${row("面罚〔2026〕2号")}\n${row("面罚〔2026〕3号", OTHER)}\n`;

const sheetOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells, index) => rowOf(index + 1, cells)).join("");
/** Two sheets with something in them; in the second one headings of last year stand above those that count. */
const WORKBOOK = xlsxOf({
  sheets: [
    sheetOf([["说明"], ["本表每月报送一次"]]),
    sheetOf([["行政相对人名称", "文书号"], HEADINGS.split(","), row("面罚〔2026〕9号").split(",")]),
  ],
});

inBrowser("the page of imports in Chromium, by the keyboard alone", () => {
  const directory = mkdtempSync(join(tmpdir(), "govgraph-imports-"));
  const asked = new Set<string>();
  const problems: string[] = [];
  let stack: TestStack;
  let loads: TestLoads;
  let worker: Worker;
  let gateway: RunningGateway;
  let issuer: RunningIssuer;
  let browser: Browser;
  let page: Page;
  let origin: string;
  let chosen = { name: "双公示.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) };

  beforeAll(async () => {
    if (!existsSync(projectPath("gateway/web/static/imports.html.br")))
      execFileSync(process.execPath, [projectPath("dist/gateway/web/build.js")]);
    const [port] = await freePorts(1);
    origin = `http://localhost:${port}`;
    issuer = await startIssuer({
      host: "127.0.0.1",
      port: 0,
      keyFile: join(directory, "key.json"),
      redirectUris: [`${origin}/`],
      production: false,
    });
    stack = await startStack();
    loads = await prepareTestLoads(stack);
    worker = loads.startWorker();
    gateway = await startGateway({
      host: "127.0.0.1",
      port: port!,
      admin: { host: "127.0.0.1", port: 0 },
      subgraphs: new Map(stack.subgraphs.map(({ name, url }) => [name, url])),
      contextKeys: stack.contextKeys,
      cursorSecret: "test",
      issuerUrl: issuer.issuerUrl,
      clock: () => new Date("2026-09-28T04:00:00Z"),
      // As in production: nothing but the page of imports is served.
      explorer: false,
      demonstrationUsers: ["publisher-1", "officer-1"],
      loads: loads.place,
      log: createLogger({ name: "test", level: "silent" }),
    });
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on("request", (request) => asked.add(new URL(request.url()).origin));
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && message.location().url.startsWith(origin)) problems.push(message.text());
    });
    // Begun before anything is pressed: a chooser that opens earlier is the browser's own.
    page.on("filechooser", (chooser) => void chooser.setFiles(chosen));
    page.on("dialog", (dialog) => void dialog.accept());
  });
  afterAll(async () => {
    await browser?.close();
    await gateway?.stop();
    await worker?.stop();
    await issuer?.stop();
    await loads?.stop();
    await stack?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  /** Goes on by the tabulator until what is looked for has the focus. */
  const tabTo = async (selector: string): Promise<void> => {
    for (let presses = 0; presses < 150; presses++) {
      if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`The keyboard does not reach ${selector}.`);
  };
  const press = async (selector: string): Promise<void> => {
    await tabTo(selector);
    await page.keyboard.press("Enter");
  };
  /** A button by its words; playwright's own selectors are none of the page's. */
  const pressButton = async (words: string): Promise<void> => {
    await page.locator(`button:not([disabled]):has-text("${words}")`).first().waitFor();
    for (let presses = 0; presses < 150; presses++) {
      const has = (await page.evaluate(
        `document.activeElement instanceof HTMLButtonElement && document.activeElement.textContent.includes(${JSON.stringify(words)})`,
      )) as boolean;
      if (has) return page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
    }
    throw new Error(`The keyboard does not reach ${words}.`);
  };
  const chooseKind = async (kind: string): Promise<void> => {
    await tabTo("#kind");
    await page.keyboard.press("Home");
    for (let presses = 0; (await page.inputValue("#kind")) !== kind && presses < 10; presses++)
      await page.keyboard.press("ArrowDown");
    expect(await page.inputValue("#kind")).toBe(kind);
  };
  const upload = async (): Promise<void> => {
    await chooseKind("penalties");
    await tabTo("#file");
    await page.keyboard.press("Space");
    // The page's policy lets nobody evaluate text in it, so playwright can not wait there.
    while ((await page.evaluate("document.querySelector('#file').files.length")) === 0) await page.waitForTimeout(50);
    await pressButton("上传");
  };
  const settled = (step: string, state = "DONE"): Promise<unknown> =>
    page.waitForSelector(`#step-status[data-step="${step}"][data-state="${state}"]`);
  const stored = async (): Promise<string[]> =>
    (
      await stack.databases["credit"]!("penalties").where("doc_no", "like", "面罚%").orderBy("doc_no").select("doc_no")
    ).map((record: { doc_no: string }) => record.doc_no);

  it("signs in at the issuer and comes back to the page", async () => {
    await page.goto(`${origin}/imports`);
    await tabTo("#sign-in-as");
    await page.keyboard.press("ArrowDown");
    await page.waitForSelector("#kc-login");
    expect(await page.inputValue("#username")).toBe("publisher-1");
    await tabTo("#password");
    await page.keyboard.type("demo-only-publisher-1");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#signed-in-as");
    expect(page.url()).toBe(`${origin}/imports`);
  });

  it("takes a file and moves to what its columns mean, with what to check", async () => {
    await page.waitForSelector("#kind");
    await upload();
    await settled("LOOK");
    expect(await page.evaluate("document.activeElement.id")).toBe("load-heading");
    expect(await page.textContent("tr:has-text('违法的行为类型')")).toMatch(/请核对/);
    expect(await page.inputValue("tr:has-text('违法的行为类型') select")).toBe("violationType");
  });

  it("previews rows as they would be loaded, without what is another agency's", async () => {
    await pressButton("预览");
    await page.waitForSelector("#preview:has-text('OTHER_AGENCY')");
    expect(await page.textContent("#preview")).toContain("docNo: 面罚〔2026〕1号");
    expect(await stored()).toEqual([]);
  });

  it("tries it, loads it, and saves the rows to correct", async () => {
    await pressButton("试运行");
    await settled("DRY_RUN");
    expect(await page.textContent("#figure-accepted")).toBe("2");
    expect(await stored()).toEqual([]);
    await pressButton("导入 Load");
    await settled("LOAD");
    expect([await page.textContent("#figure-accepted"), await page.textContent("#figure-refused")]).toEqual(["2", "1"]);
    expect(await stored()).toEqual(["面罚〔2026〕1号", "面罚〔2026〕2号"]);
    const saving = page.waitForEvent("download");
    await pressButton("下载待更正的行");
    expect(readFileSync(await (await saving).path(), "utf8")).toMatch(/面罚〔2026〕3号.*OTHER_AGENCY/);
  });

  it("shows the history and undoes the load", async () => {
    await press("#history > summary");
    expect(await page.locator("#history[open] li").count()).toBe(4);
    if (process.env["IMPORTS_SCREENSHOT"])
      await page.screenshot({ path: process.env["IMPORTS_SCREENSHOT"], fullPage: true });
    await pressButton("撤销导入");
    await settled("UNDO");
    expect(await page.textContent("#step-status")).toMatch(/已删除 deleted 2/);
    expect(await stored()).toEqual([]);
  });

  it("opens it again from the list", async () => {
    await page.reload();
    await page.waitForSelector("#sign-in-as");
    await tabTo("#sign-in-as");
    await page.keyboard.press("ArrowDown");
    await page.waitForSelector("#kc-login");
    await tabTo("#password");
    await page.keyboard.type("demo-only-publisher-1");
    await page.keyboard.press("Enter");
    await pressButton("双公示.csv");
    await settled("UNDO");
  });

  it("asks which sheet is meant, and takes it with the row of headings that is said", async () => {
    chosen = { name: "分表.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(WORKBOOK) };
    await upload();
    await page.waitForSelector("main [role=alert]:has-text('附表')");
    await tabTo("#reading-sheet");
    await page.keyboard.type("附表");
    await tabTo("#reading-headerRow");
    await page.keyboard.type("2");
    await pressButton("预览");
    // Now its columns are there, with what they are likely to mean.
    await page.waitForSelector("tr:has-text('违法的行为类型')");
    await pressButton("预览");
    await page.waitForSelector("#preview:has-text('docNo: 面罚〔2026〕9号')");
    await pressButton("试运行");
    await settled("DRY_RUN");
    expect(await page.textContent("main")).toMatch(/row 1: SKIPPED_ROWS/);
    expect(await page.textContent("#step-status + p")).toContain("1 / 1 行 rows");
    expect(await stored()).toEqual([]);
  });

  it("tells an officer who publishes for nobody that it is closed", async () => {
    await press("#sign-out");
    await tabTo("#sign-in-as");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.waitForSelector("#kc-login");
    await page.fill("#username", "officer-1");
    await page.fill("#password", "demo-only-officer-1");
    await page.keyboard.press("Enter");
    await page.waitForSelector("main [role=alert]");
    expect(await page.textContent("main [role=alert]")).toMatch(/无权访问|not open/);
    expect(await page.locator("#kind").count()).toBe(0);
  });

  it("asked nobody but the gateway and the issuer, kept no token, and broke no rule of its own", async () => {
    expect([...asked].filter((from) => from !== "null").sort()).toEqual(
      [origin, new URL(issuer.issuerUrl).origin].sort(),
    );
    const kept = (await page.evaluate(
      "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])",
    )) as string;
    expect(kept).not.toMatch(/eyJ[\w-]+\./);
    expect(problems.filter((text) => !/status of 403/.test(text))).toEqual([]);
  });
});
