/** Pictures of the example portal for its README, in WebP, which Chromium writes and Playwright does not ask it for. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { projectPath } from "../../platform/config/index.js";

const FOLDER = projectPath("examples/portal/screenshots");
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };

const SHOTS = [
  { name: "home", hash: "#/", viewport: { width: 1280, height: 800 } },
  { name: "matter", hash: "#/matters/CN-TASK-11990101MB9000015E4220131001000?situation=NEW", viewport: WIDE },
  { name: "credit", hash: "#/credit/91990101MA9000011P", viewport: { width: 1280, height: 1180 } },
  { name: "money", hash: "#/money/吉财农指〔2025〕45号", viewport: { width: 1280, height: 1180 } },
  { name: "matter-390", hash: "#/matters/CN-TASK-11990101MB9000015E4220131001000?situation=NEW", viewport: NARROW },
  { name: "lights-390-dark", hash: "#/lights", viewport: NARROW, colorScheme: "dark" },
  { name: "negative-list-390", hash: "#/closed?reason=PROCESS_INFORMATION", viewport: NARROW },
] as const;

/** Takes all pictures of the portal at an address; `settled` waits until a page has all it shows. */
export const takeScreenshots = async (
  browser: Browser,
  origin: string,
  settled: (page: Awaited<ReturnType<Browser["newPage"]>>) => Promise<void>,
): Promise<void> => {
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, hash, ...options } of SHOTS) {
    const page = await browser.newPage({ locale: "zh-CN", ...options });
    await page.goto(`${origin}/${hash}`);
    await settled(page);
    const devtools = await page.context().newCDPSession(page);
    const { data } = await devtools.send("Page.captureScreenshot", { format: "webp", quality: 82 });
    writeFileSync(join(FOLDER, `${name}.webp`), Buffer.from(data, "base64"));
    await page.close();
  }
};
