/** `npm run bid` seals a bid on the firm's own machine: the envelope opens what was handed in, and nothing else. */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNode } from "../support/commands.js";

const folder = mkdtempSync(join(tmpdir(), "govgraph-bid-"));
const offer = join(folder, "offer.pdf");
const FIRM = "91990101MA9000011P";
writeFileSync(offer, "报价文件");

const bid = async (...args: string[]): Promise<readonly [code: number | null, output: string]> => {
  const run = runNode(["dist/commands/bid.js", ...args], {});
  const code = await run.ended;
  return [code, run.output()];
};

const sealed = (price: string, to: string): ReturnType<typeof bid> =>
  bid("seal", "--project", "XM-1", "--firm", FIRM, `--price=${price}`, "--file", offer, "--to", to);

it("seals price and file, for its owner alone, and says what is handed in", async () => {
  const to = join(folder, "envelope.json");
  const [code, output] = await sealed("36500.5", to);
  expect(code).toBe(0);
  const envelope = JSON.parse(readFileSync(to, "utf8")) as Record<string, string>;
  const { nonce, commitment } = envelope;
  const contentHash = createHash("sha256").update("报价文件").digest("hex");
  // Written out here, and not by the product's own function.
  const expected = createHash("sha256")
    .update(`GOVGRAPH-BID-1\nXM-1\n${FIRM}\n3650050\n${contentHash}\n${nonce}`)
    .digest("hex");
  expect(envelope).toMatchObject({ price: "36500.50", contentHash, commitment: expected });
  expect(nonce).toMatch(/^[0-9a-f]{64}$/);
  expect(output).toContain(`commitment ${commitment}`);
  expect(statSync(to).mode & 0o077).toBe(0);
  expect(await bid("open", to, "--file", offer)).toEqual([
    0,
    `${JSON.stringify({ projectNo: "XM-1", price: "36500.50", contentHash, nonce })}\n`,
  ]);
  const before = readFileSync(to, "utf8");
  expect((await sealed("1", to))[0]).toBe(1);
  expect(readFileSync(to, "utf8")).toBe(before);
});

it("refuses what is no price, no firm, a changed envelope and another file", async () => {
  for (const price of ["-1", "0", "1.001", "x"]) expect((await sealed(price, join(folder, "none.json")))[0]).toBe(1);
  const to = join(folder, "changed.json");
  await sealed("100", to);
  writeFileSync(to, readFileSync(to, "utf8").replace('"100.00"', '"99.00"'));
  expect(await bid("open", to)).toEqual([1, expect.stringContaining("its commitment is not that of what it holds")]);
  const other = join(folder, "other.json");
  await sealed("100", other);
  writeFileSync(offer, "另一份");
  expect(await bid("open", other, "--file", offer)).toEqual([
    1,
    expect.stringContaining("is not the file that was sealed"),
  ]);
});
