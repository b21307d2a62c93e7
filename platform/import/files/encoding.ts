/** The encoding of a text file: its mark, else strict UTF-8 over all of it, else strict GB18030 over all of it, else a refusal with line and byte. */
import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { ImportRefused } from "../violation.js";
import type { ENCODINGS } from "../reading-options.js";
import { beginningOf, type ByteSource } from "./bytes.js";

/** An encoding as it is asked for. */
export type Encoding = (typeof ENCODINGS)[number];

/** A fault of a text: line from 1, and byte of the file from 1. */
interface Fault {
  readonly line: number;
  readonly byte: number;
  readonly what: "BYTES" | "REPLACEMENT" | "NUL";
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** The encoding of all of the text. Throws ImportRefused where there is none in which every character can be read. */
export const encodingOf = async (bytes: ByteSource, asked?: Encoding): Promise<Encoding> => {
  const beginning = await beginningOf(bytes, 4);
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => beginning[index] === byte))?.[0];
  const said = asked ?? marked;
  if (said !== undefined) {
    const fault = await faultOf(bytes, said);
    if (fault) throw refusal(fault, said, asked === undefined ? "by its byte-order mark" : "as it was asked for");
    return said;
  }
  const inUtf8 = await faultOf(bytes, "utf-8");
  if (inUtf8 === undefined) return "utf-8";
  // A damaged UTF-8 file may happen to be GB18030 without meaning: the lines that are well formed tell.
  if (inUtf8.what !== "BYTES" || (await isMostlyUtf8(bytes))) throw refusal(inUtf8, "utf-8", "by most of its lines");
  const inGb18030 = await faultOf(bytes, "gb18030");
  if (inGb18030 === undefined) return "gb18030";
  if (inGb18030.what !== "BYTES") throw refusal(inGb18030, "gb18030", "since it is not UTF-8");
  throw new ImportRefused(
    `The file is neither UTF-8 (line ${inUtf8.line}, byte ${inUtf8.byte}) nor GB18030 (line ${inGb18030.line}, byte ${inGb18030.byte}): ` +
      "mend that place, save it as UTF-8, or say --encoding. Nothing was loaded.",
  );
};

const refusal = ({ line, byte, what }: Fault, encoding: Encoding, why: string): ImportRefused => {
  const sentence = {
    BYTES: `The file is ${encoding.toUpperCase()} ${why}, and is damaged at line ${line}, byte ${byte}: mend that place, export it again, or say --encoding.`,
    REPLACEMENT: `Line ${line} holds a character that was lost before (U+FFFD): export the file again from the system that has it.`,
    NUL: `Line ${line} holds a NUL character: the file is no text, or UTF-16 without a byte-order mark (--encoding utf-16le or utf-16be).`,
  }[what];
  return new ImportRefused(`${sentence} Nothing was loaded.`);
};

/** Characters that must be there for each one that is damaged. */
const LEAST_KEPT = 4;

/** The first place that can not be read in the encoding. */
const faultOf = async (bytes: ByteSource, encoding: Encoding): Promise<Fault | undefined> => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  let read = 0;
  for await (const chunk of bytes.chunks()) {
    const text = decoded(decoder, chunk);
    if (text === undefined) return placeOf(bytes, encoding, read);
    const lost = text.search(LOST);
    if (lost !== -1) return { line: line + linesIn(text.slice(0, lost)), byte: read + 1, what: lostAt(text, lost) };
    line += linesIn(text);
    read += chunk.length;
  }
  return decoded(decoder) === undefined ? { line, byte: read, what: "BYTES" } : undefined;
};

const LOST = /[\uFFFD\0]/;
const lostAt = (text: string, index: number): Fault["what"] => (text[index] === "\0" ? "NUL" : "REPLACEMENT");

/** The place of a fault in the chunk that begins at a byte: read again, byte by byte there. */
const placeOf = async (bytes: ByteSource, encoding: Encoding, from: number): Promise<Fault> => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  let read = 0;
  for await (const chunk of bytes.chunks()) {
    const parts = read === from ? Array.from(chunk, (_, index) => chunk.subarray(index, index + 1)) : [chunk];
    for (const part of parts) {
      const text = decoded(decoder, part);
      if (text === undefined) return { line, byte: read + 1, what: "BYTES" };
      line += linesIn(text);
      read += part.length;
    }
  }
  return { line, byte: read, what: "BYTES" };
};

/** The text of the next bytes, or of the end; undefined where they are no text of the encoding. */
const decoded = (decoder: TextDecoder, chunk?: Buffer): string | undefined => {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    return undefined;
  }
};

const linesIn = (text: string): number => {
  let lines = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
};

/** True where at least half of the lines that are not ASCII are well-formed UTF-8, which those of GB18030 hardly ever are. */
const isMostlyUtf8 = async (bytes: ByteSource): Promise<boolean> => {
  let [well, ill, kept, lost] = [0, 0, 0, 0];
  const count = (line: Buffer): void => {
    if (line.every((byte) => byte < 0x80)) return;
    if (isUtf8(line)) return void (well += 1);
    ill += 1;
    const text = line.toString("utf8");
    lost += text.split("\uFFFD").length - 1;
    kept += text.replaceAll(/[\0-\x7F\uFFFD]/g, "").length;
  };
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes.chunks()) {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let at = all.indexOf(10); at !== -1; at = all.indexOf(10, from)) {
      count(all.subarray(from, at));
      from = at + 1;
    }
    rest = all.subarray(from);
    // A file without line breaks tells nothing by its lines.
    if (rest.length > MOST_OF_A_LINE) return false;
  }
  count(rest);
  // Where no line is well formed, its characters tell: of another encoding hardly any would be read.
  return well === 0 ? kept >= LEAST_KEPT && kept >= LEAST_KEPT * lost : well >= ill;
};

const MOST_OF_A_LINE = 4 * 1024 * 1024;

/** The text in chunks, without its mark. The encoding was held against all of it before. */
export async function* textOf(bytes: ByteSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of bytes.chunks()) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const end = decoder.decode();
  if (end !== "") yield end;
}
