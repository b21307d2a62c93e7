/** `npm run keys`: prints the context keys of every service, derived from GATEWAY_CONTEXT_KEYS, and the keys for partners; new ones where there are none. */
import "reflect-metadata";
import { randomBytes } from "node:crypto";
import { Command } from "commander";
import {
  createGatewayKey,
  createPartnerKey,
  createSigningKey,
  parseGatewayKeys,
  parsePartnerKeys,
  parseTextSigner,
  printServiceKeys,
} from "../platform/auth/index.js";
import { runMain } from "../platform/config/index.js";
import { messageKeysOf } from "../platform/subgraph/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";

const print = (): void => {
  const id = `k${Date.now()}`;
  const gateway = process.env["GATEWAY_CONTEXT_KEYS"] || createGatewayKey(id);
  const partners = process.env["GATEWAY_PARTNER_KEYS"] || createPartnerKey(id);
  const pseudonyms = process.env["GATEWAY_PSEUDONYM_SECRET"] || randomBytes(32).toString("base64url");
  const uploads = process.env["GATEWAY_UPLOAD_KEY"] || createSigningKey(id);
  const receipts = process.env["GATEWAY_RECEIPT_KEY"] || createSigningKey(`r${Date.now()}`);
  const uploadSigner = parseTextSigner(uploads).publicKey;
  const keysOf = parseGatewayKeys(gateway);
  const lines = [
    `GATEWAY_CONTEXT_KEYS=${gateway}`,
    `GATEWAY_PARTNER_KEYS=${partners}`,
    `GATEWAY_PSEUDONYM_SECRET=${pseudonyms}`,
    `GATEWAY_UPLOAD_KEY=${uploads}`,
    `GATEWAY_RECEIPT_KEY=${receipts}`,
    ...SUBGRAPHS.flatMap(({ name, files }) => [
      `${name.toUpperCase()}_CONTEXT_KEYS=${printServiceKeys(keysOf(name))}`,
      ...(files ? [`${name.toUpperCase()}_UPLOAD_SIGNERS=${uploadSigner}`] : []),
    ]),
    ...Object.entries(messageKeysOf(SUBGRAPHS, gateway)).map(([name, keys]) => `${name}=${keys}`),
  ];
  // What of them is no key is said before anything is printed.
  parsePartnerKeys(partners);
  parseTextSigner(receipts);
  process.stdout.write(`${lines.join("\n")}\n`);
};

await runMain(async () => {
  await new Command("npm run keys")
    .description(
      "Prints the context keys of gateway and services as lines for their environments; give each process its own lines alone. " +
        "To rotate, put a new key after the old one in GATEWAY_CONTEXT_KEYS and give all processes their lines, then put it first, then leave the old one out. " +
        "A key for partners likewise: they read the public halves within five minutes. GATEWAY_PSEUDONYM_SECRET stays as it is. " +
        "To change GATEWAY_UPLOAD_KEY, give services the new public key behind the old one first, and leave the old one out a day after. " +
        "To change GATEWAY_RECEIPT_KEY, see `npm run receipt -- rotate`.",
    )
    .action(print)
    .parseAsync();
});
