/** A virus scanner of ClamAV's protocol that answers as a test says. */
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

/** What it does with a file. */
export type ScannerWay = "reads" | "hangs-up" | "is-silent" | "answers-early" | "never-ends";

/** A running scanner. */
export interface FakeScanner {
  readonly address: { readonly host: string; readonly port: number };
  /** Bytes of the files that it was given, as they came. */
  readonly files: Buffer[];
  stop(): Promise<void>;
}

const GREETING = "zINSTREAM\0";

/** The bytes of all pieces; undefined while the last one is not there. */
const contentOf = (stream: Buffer): Buffer | undefined => {
  const pieces: Buffer[] = [];
  for (let at = GREETING.length; at + 4 <= stream.length;) {
    const length = stream.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(stream.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
};

/** Starts it; `verdict` says what stands in its answer. */
export const startFakeScanner = async (
  verdict: (file: Buffer) => string,
  way: ScannerWay = "reads",
): Promise<FakeScanner> => {
  const files: Buffer[] = [];
  const server = createServer((socket) => {
    let stream = Buffer.alloc(0);
    socket.on("error", () => undefined);
    if (way === "answers-early") socket.write("INSTREAM size limit exceeded. ERROR\0");
    if (way === "never-ends") socket.write("x".repeat(10_000));
    socket.on("data", (part: Buffer) => {
      stream = Buffer.concat([stream, part]);
      if (way === "hangs-up") return void socket.destroy();
      if (!stream.subarray(0, GREETING.length).equals(Buffer.from(GREETING))) return void socket.destroy();
      const file = contentOf(stream);
      if (!file || way !== "reads") return;
      files.push(file);
      socket.end(`stream: ${verdict(file)}\0`);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: { host: "127.0.0.1", port: (server.address() as AddressInfo).port },
    files,
    stop: async () => {
      server.close();
      await once(server, "close");
    },
  };
};
