/** The explorer in Chromium as a way to ask: each viewer has a page of their own, signs in at the issuer, and types and presses what anybody would. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { startGateway } from "../../../gateway/gateway.js";
import { startIssuer } from "../../../infra/local/issuer/issuer.js";
import { createSigningKey, parseSignerKeys, parseTextSigner } from "../../../platform/auth/index.js";
import { projectPath } from "../../../platform/config/index.js";
import { createFileStore, createLocalShelf } from "../../../platform/files/index.js";
import { createLogger } from "../../../platform/telemetry/index.js";
import { freePorts } from "../commands.js";
import { pdf } from "../sample-files.js";
import { startStack, type Answer } from "../stack.js";
import { CAST, type StoryClock, type Way } from "./restaurant.js";

/** Where Chromium is; undefined where there is none. */
export const CHROMIUM = [process.env["CHROMIUM"], "/usr/bin/chromium"].find((path) => path && existsSync(path));

/** A way that ends. */
export interface BrowserWay extends Way {
  /** What a page said went wrong. */
  readonly problems: readonly string[];
  stop(): Promise<void>;
}

/** Signs in at the issuer as a demonstration user. */
const signIn = async (page: Page, user: string): Promise<void> => {
  await page.selectOption("#sign-in-as", user);
  await page.fill("#password", `demo-only-${user}`);
  await page.click("#kc-login");
  await page.waitForSelector("#signed-in-as");
  await page.waitForSelector(EDITOR);
};

const EDITOR = ".graphiql-query-editor";

/** Writes into an editor what it holds from now on, by the keyboard. */
const type = async (page: Page, editor: string, text: string): Promise<void> => {
  await page.click(editor);
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
};

/** Runs the operation by the button; answers with what the page was told. */
const run = async (page: Page, query: string, variables: object): Promise<Answer["body"]> => {
  await type(page, EDITOR, query);
  await type(page, ".graphiql-editor-tool", JSON.stringify(variables));
  const told = page.waitForResponse((response) => new URL(response.url()).pathname === "/graphql");
  await page.click(".graphiql-execute-button");
  return (await (await told).json()) as Answer["body"];
};

/** Hands a file in by the page's own upload; answers with the material that it is. */
const upload = async (page: Page, name: string): Promise<object> => {
  await page.setInputFiles("#upload", { name: "plan.pdf", mimeType: "application/pdf", buffer: pdf(name) });
  const fileId = await page.inputValue("#file-id");
  return { name, delivery: "ELECTRONIC", fileId, fileName: "plan.pdf" };
};

/** Starts services, gateway, issuer and browser. */
export const startBrowserWay = async (clock: StoryClock): Promise<BrowserWay> => {
  if (!existsSync(projectPath("gateway/web/static/index.html.br")))
    execFileSync(process.execPath, [projectPath("dist/gateway/web/build.js")]);
  const directory = mkdtempSync(join(tmpdir(), "govgraph-journey-"));
  const [port] = await freePorts(1);
  const origin = `http://localhost:${port}`;
  const signer = parseTextSigner(createSigningKey());
  const keyFile = join(directory, "key.json");
  const issuer = await startIssuer({
    ...{ host: "127.0.0.1", port: 0, keyFile, redirectUris: [`${origin}/`], production: false },
  });
  const stack = await startStack({ uploadSigners: parseSignerKeys(signer.publicKey) });
  const gateway = await startGateway({
    ...{ host: "127.0.0.1", port: port!, admin: { host: "127.0.0.1", port: 0 } },
    ...{ contextKeys: stack.contextKeys, cursorSecret: "test", issuerUrl: issuer.issuerUrl },
    subgraphs: new Map(stack.subgraphs.map(({ name, url }) => [name, url])),
    clock: () => clock.now,
    explorer: true,
    files: {
      store: createFileStore({ folder: join(directory, "incoming"), shelf: createLocalShelf(directory) }),
      ...{ signer, mostBytes: 1_024 * 1_024, day: { files: 10, bytes: 10 * 1_024 * 1_024 } },
    },
    demonstrationUsers: [...CAST],
    log: createLogger({ name: "test", level: "silent" }),
  });
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM!, args: ["--no-sandbox"] });
  const problems: string[] = [];
  const pages = new Map<string, Promise<Page>>();
  const open = async (viewer: string): Promise<Page> => {
    const page = await browser.newPage();
    page.on("pageerror", (error) => problems.push(error.message));
    await page.goto(`${origin}/`);
    await page.waitForSelector(EDITOR);
    if (viewer !== "anonymous") await signIn(page, viewer);
    return page;
  };
  const pageOf = (viewer: string): Promise<Page> => {
    const opened = pages.get(viewer) ?? open(viewer);
    pages.set(viewer, opened);
    return opened;
  };
  return {
    stack,
    problems,
    ask: async (query, { viewer, variables }) => ({ body: await run(await pageOf(viewer), query, variables) }),
    handIn: async (viewer, name) => upload(await pageOf(viewer), name),
    async stop() {
      await browser.close();
      await gateway.stop();
      await issuer.stop();
      await stack.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
