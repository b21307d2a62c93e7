/** `npm run bid`: seals a bid on the firm's own machine, and looks at an envelope again; it asks no service and sends nothing. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { InvalidArgumentError } from "commander";
import { z } from "zod";
import { fenFromYuan, isValidUscc, yuanFromFen } from "../platform/domain/index.js";
import {
  BID_ENVELOPE,
  commitmentOf,
  isHash,
  isPrice,
  newNonce,
  type SealedOffer,
} from "../subgraphs/intermediary/sealed-bid/envelope.js";
import { createCommand, runCommand, say } from "./command.js";

const hash = z.string().refine(isHash, "has 64 lower-case hexadecimal digits");
const envelopeShape = z.strictObject({
  procedure: z.literal(BID_ENVELOPE),
  projectNo: z.string().min(1),
  firm: z.string().refine(isValidUscc, "is no credit code"),
  price: z.string(),
  contentHash: hash,
  nonce: hash,
  commitment: hash,
});
type Envelope = z.infer<typeof envelopeShape>;

const price = (text: string): bigint => {
  const fen = fenFromYuan(text, "price");
  if (!isPrice(fen)) throw new InvalidArgumentError("A bid is above zero.");
  return fen;
};

const firm = (text: string): string => {
  if (!isValidUscc(text)) throw new InvalidArgumentError("It is the credit code of your firm, 18 characters.");
  return text;
};

/** SHA-256 of a file of any size, as lower-case hexadecimal digits. */
const hashOf = async (path: string): Promise<string> => {
  const digest = createHash("sha256");
  for await (const piece of createReadStream(path)) digest.update(piece as Buffer);
  return digest.digest("hex");
};

const offerOf = ({ projectNo, firm: firmUscc, price: yuan, contentHash, nonce }: Envelope): SealedOffer => ({
  ...{ projectNo, firmUscc, contentHash, nonce },
  priceFen: price(yuan),
});

interface SealOptions {
  readonly project: string;
  readonly firm: string;
  readonly price: bigint;
  readonly file: string;
  readonly to: string;
}

const seal = async ({ project, firm: firmUscc, price: priceFen, file, to }: SealOptions): Promise<void> => {
  const sealed = { projectNo: project, firmUscc, priceFen, contentHash: await hashOf(file), nonce: newNonce() };
  const commitment = commitmentOf(sealed);
  const { projectNo, contentHash, nonce } = sealed;
  const envelope: Envelope = {
    ...{ procedure: BID_ENVELOPE, projectNo, firm: firmUscc, price: yuanFromFen(priceFen), contentHash, nonce },
    commitment,
  };
  // For its owner alone, and never in the place of another envelope: without its nonce a bid can not be told.
  await writeFile(to, `${JSON.stringify(envelope, null, 2)}\n`, { flag: "wx", mode: 0o600 });
  say(`commitment ${commitment}`);
  say(`Hand it in with placeBid. Keep ${to} and ${file}, and show them to nobody before bids are closed.`);
};

const look = async (path: string, { file }: { readonly file?: string }): Promise<void> => {
  const read = envelopeShape.safeParse(JSON.parse(await readFile(path, "utf8")) as unknown);
  if (!read.success) throw new Error(`${path} is no envelope: ${z.prettifyError(read.error)}`);
  const envelope = read.data;
  if (commitmentOf(offerOf(envelope)) !== envelope.commitment)
    throw new Error(`${path} was changed: its commitment is not that of what it holds.`);
  if (file !== undefined && (await hashOf(file)) !== envelope.contentHash)
    throw new Error(`${file} is not the file that was sealed.`);
  const { projectNo, price: yuan, contentHash, nonce } = envelope;
  say(JSON.stringify({ projectNo, price: yuan, contentHash, nonce }));
};

const command = createCommand(
  "npm run bid --",
  "Seals a bid for a project of the intermediary market on this machine. Nothing is sent and no service is asked.",
);
command
  .command("seal")
  .description("writes an envelope, and prints the commitment that placeBid takes")
  .requiredOption("--project <no>", "number of the project")
  .requiredOption("--firm <code>", "credit code of your firm", firm)
  .requiredOption("--price <yuan>", "price, such as 36500.00", price)
  .requiredOption("--file <path>", "the offer's file; its SHA-256 is sealed with the price")
  .requiredOption("--to <path>", "where the envelope is written; a file that is there is left alone")
  .action(seal);
command
  .command("open")
  .description("checks an envelope, and prints what revealBid takes")
  .argument("<envelope>", "the file that seal wrote")
  .option("--file <path>", "the offer's file, to be compared with what was sealed")
  .action(look);
await runCommand(command);
