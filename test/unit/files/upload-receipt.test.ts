/** Receipts of uploads: their sender's alone, for a day, and nothing else that is signed. */
import {
  ANONYMOUS,
  createSigningKey,
  parseSignerKeys,
  parseTextSigner,
  type Viewer,
} from "../../../platform/auth/index.js";
import { createReceiptReader, signReceipt } from "../../../platform/files/index.js";
import { VIEWERS } from "../../support/viewers.js";

const signer = parseTextSigner(createSigningKey("k1"));
const keys = parseSignerKeys(signer.publicKey);
const file = { sha256: "ab".repeat(32), bytes: 10, mediaType: "application/pdf" };
const NOW = 1_800_000_000_000;
const END = NOW + 1_000;

const receiptOf = (viewer: Viewer): Promise<string> => signReceipt(file, { viewer, endsAt: END }, signer);
const GONE = { code: "NOT_FOUND", details: { reason: "FILE_UPLOAD" } };

it("tell their sender what was kept, until they end", async () => {
  const receipt = await receiptOf(VIEWERS["citizen-1"]);
  expect(receipt.length).toBeLessThan(1_000);
  expect(await createReceiptReader(keys, () => END - 1)(receipt, VIEWERS["citizen-1"])).toMatchObject(file);
  await expect(createReceiptReader(keys, () => END)(receipt, VIEWERS["citizen-1"])).rejects.toMatchObject(GONE);
});

it("are a person's at every client, and nobody else's", async () => {
  const read = createReceiptReader(keys, () => NOW);
  const receipt = await receiptOf(VIEWERS["citizen-1"]);
  expect(await read(receipt, { ...VIEWERS["citizen-1"], clientId: "another" })).toMatchObject(file);
  const named: Viewer = { ...VIEWERS["app-open"], clientId: "demo-subject-1" };
  const person: Viewer = { ...VIEWERS["officer-1"], username: "demo-subject-1" };
  for (const other of [ANONYMOUS, VIEWERS["citizen-2"], VIEWERS["officer-1"], named, person])
    await expect(read(receipt, other)).rejects.toMatchObject(GONE);
});

it("say nothing that names their sender", async () => {
  const [, told] = (await receiptOf(VIEWERS["citizen-1"])).split(".");
  expect(Buffer.from(told!, "base64url").toString()).not.toMatch(/demo-subject|citizen/);
});

it("are none without a name to give them to", async () => {
  await expect(receiptOf(ANONYMOUS)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
});

it("are what was signed as a receipt under a known key, and nothing else", async () => {
  const read = createReceiptReader(keys, () => NOW);
  const viewer = VIEWERS["citizen-1"];
  const receipt = await receiptOf(viewer);
  const text = Buffer.from(receipt.split(".")[1]!, "base64url").toString();
  const other = parseTextSigner(createSigningKey("k1"));
  const [head, , signature] = receipt.split(".");
  const larger = Buffer.from(text.replace('"bytes":10', '"bytes":11')).toString("base64url");
  for (const bad of [
    await signer.sign(text, "govgraph-bundle"),
    await other.sign(text, "govgraph-upload"),
    await signer.sign(text.replace("ab", "/."), "govgraph-upload"),
    await signer.sign("not JSON", "govgraph-upload"),
    `${head}.${larger}.${signature}`,
    `${receipt.split(".").slice(0, 2).join(".")}.`,
    "",
    "x".repeat(5_000),
  ])
    await expect(read(bad, viewer)).rejects.toMatchObject(GONE);
  expect(await read(await signer.sign(text, "govgraph-upload"), viewer)).toMatchObject(file);
});
