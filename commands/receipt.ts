/** `npm run receipt`: verifies receipts of answers, and prints what changing their key takes (docs/receipts.md). */
import { readFile } from "node:fs/promises";
import { createSigningKey, parseTextSigner } from "../platform/auth/index.js";
import { ConfigError, readConfig } from "../platform/config/index.js";
import { readReceiptKeys, RECEIPT_KEYS_PATH, receiptKeySet, verifyReceipt } from "../platform/receipts/index.js";
import { GATEWAY_VARIABLES } from "../gateway/config.js";
import { createCommand, runCommand, say } from "./command.js";

const { GATEWAY_RECEIPT_KEY, GATEWAY_RECEIPT_RETIRED } = GATEWAY_VARIABLES;

/** What it reads of the gateway's variables. */
export const RECEIPT_VARIABLES = { GATEWAY_RECEIPT_KEY, GATEWAY_RECEIPT_RETIRED };

/** Longest wait for a set of keys, in milliseconds. */
const WAIT_MS = 10_000;
/** How long the old key may still sign: until all gateways have the new one. */
const OVERLAP_MS = 24 * 60 * 60_000;

const fetchKeys = async (address: string): Promise<unknown> => {
  const response = await fetch(address, { signal: AbortSignal.timeout(WAIT_MS), redirect: "error" }).catch(
    (cause: unknown) => {
      throw new Error(`${address} does not answer.`, { cause });
    },
  );
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`);
  return response.json();
};

const readKeys = async (place: string): Promise<unknown> =>
  /^https?:/.test(place) ? fetchKeys(place) : JSON.parse(await readFile(place, "utf8"));

const verify = async (file: string, { keys }: { readonly keys: string }): Promise<void> => {
  const receipt = await verifyReceipt(await readFile(file, "utf8"), readReceiptKeys(await readKeys(keys)), Date.now());
  say(`${file} holds: the answer of ${receipt.asOf}, signed ${new Date(receipt.iat * 1_000).toISOString()}.`);
  say(JSON.stringify(receipt, null, 2));
};

const rotate = (): void => {
  const { GATEWAY_RECEIPT_KEY: key, GATEWAY_RECEIPT_RETIRED: retired } = readConfig(RECEIPT_VARIABLES, process.env);
  if (key === "") throw new ConfigError(["GATEWAY_RECEIPT_KEY is not set: there is no key to retire."]);
  const now = Date.now();
  const end = new Date(now + OVERLAP_MS).toISOString().replace(/\.\d+/, "");
  const next = createSigningKey(`r${now}`);
  const all = [...retired.split(",").filter(Boolean), `${parseTextSigner(key).publicKey}@${end}`].join(",");
  // What of it is no key is said before anything is printed.
  receiptKeySet(parseTextSigner(next).publicKey, all);
  say(`GATEWAY_RECEIPT_KEY=${next}\nGATEWAY_RECEIPT_RETIRED=${all}`);
};

const command = createCommand(
  "npm run receipt --",
  "Receipts of answers: verified later, by anybody.",
  RECEIPT_VARIABLES,
);
command
  .command("verify")
  .description('holds a file {"request": …, "answer": …} to the receipt in its answer, and says what that tells')
  .argument("<file>")
  .option("--keys <place>", "set of public keys, an address or a file", `http://localhost:4000${RECEIPT_KEYS_PATH}`)
  .action(verify);
command
  .command("rotate")
  .description(
    "prints a new key and the list of retired ones; the old key may sign for a day, until all gateways have both lines",
  )
  .action(rotate);
await runCommand(command);
