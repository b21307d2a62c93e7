/** Asks a virus scanner by ClamAV's protocol (clamd(8), INSTREAM); what it does not call clean is not taken. */
import { createReadStream } from "node:fs";
import { connect, type Socket } from "node:net";
import { infected, notScanned } from "./refusals.js";

/** A scanner. */
export interface Scanner {
  /** Returns where the file is clean. Throws RULE_VIOLATION (FILE_INFECTED), and SERVICE_UNAVAILABLE (FILE_SCANNER) for every other answer and for none. */
  scan(path: string): Promise<void>;
}

/** Where it listens: `tcp://host:port`, or `unix:/path`. */
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** Longest time without a word from it, in milliseconds (docs/limits.md). */
export const SCAN_SILENCE_MS = 60_000;
/** Longest answer that is read, in characters. */
const MOST_ANSWER = 4_096;

/** The address. Throws a sentence where it is none. */
export const parseScannerAddress = (text: string): ScannerAddress => {
  if (/^unix:\/./.test(text)) return { path: text.slice("unix:".length) };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== "tcp:" || url.port === "" || url.hostname === "" || !/^\/?$/.test(url.pathname))
    throw new Error("A scanner is tcp://host:port or unix:/path.");
  return { host: url.hostname.replace(/^\[|\]$/g, ""), port: Number(url.port) };
};

/** Creates it; nothing is asked yet. */
export const createScanner = (address: ScannerAddress, silenceMs: number = SCAN_SILENCE_MS): Scanner => ({
  async scan(path) {
    const answer = await ask(address, path, silenceMs).catch((cause: unknown) => {
      throw notScanned(cause);
    });
    if (/^stream: .+ FOUND$/.test(answer)) throw infected();
    if (answer !== "stream: OK") throw notScanned(new Error(`The scanner answers: ${answer}`));
  },
});

/** The answer to the file. Rejects where there is none. */
const ask = async (address: ScannerAddress, path: string, silenceMs: number): Promise<string> => {
  const socket = connect(address);
  socket.setTimeout(silenceMs, () => socket.destroy(new Error("The scanner is silent.")));
  const answer = readAnswer(socket);
  // What it answers before the end, such as a refusal, is read all the same.
  const sent = send(socket, path).catch((error: unknown) => error);
  try {
    return await answer;
  } finally {
    socket.destroy();
    await sent;
  }
};

const readAnswer = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (part: string) => {
      text += part;
      const end = text.indexOf("\0");
      if (end >= 0) resolve(text.slice(0, end));
      else if (text.length > MOST_ANSWER) reject(new Error("The scanner's answer has no end."));
    });
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("The scanner hung up.")));
  });

/** Pieces, each behind its length in four bytes; one of no length ends them. */
const send = async (socket: Socket, path: string): Promise<void> => {
  await write(socket, Buffer.from("zINSTREAM\0"));
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    await write(socket, lengthOf(piece.length));
    await write(socket, piece);
  }
  await write(socket, lengthOf(0));
};

const lengthOf = (bytes: number): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
};

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
