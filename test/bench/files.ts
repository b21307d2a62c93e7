/** `npm run bench -- files`: what large uploads and downloads cost a gateway in memory, CPU and time; asserts no figure. */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { startIssuer } from "../../infra/local/issuer/issuer.js";
import { requestToken } from "../../infra/local/request-token.js";
import { createGatewayKey, createSigningKey } from "../../platform/auth/index.js";
import { projectPath, runMain } from "../../platform/config/index.js";
import { freePorts, runNode, waitFor } from "../support/commands.js";

const MIB = 1_024 ** 2;
const SIZE = Number(process.env["BENCH_MIB"] ?? 200) * MIB;
const PIECE = 64 * 1_024;
const TOGETHER = 4;

/** A PDF of that size that is made while it is sent; another number makes other bytes. */
const large = function* (number: number, size: number): Generator<Buffer> {
  yield Buffer.from(`%PDF-1.7\n% ${number}\n`.padEnd(PIECE, " "));
  const piece = Buffer.alloc(PIECE, 32);
  for (let sent = PIECE; sent < size - PIECE; sent += PIECE) yield piece;
  yield Buffer.from("\n%%EOF\n".padStart(PIECE, " "));
};

/** Resident memory of a process, in MiB. */
const resident = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1_024;

/** CPU that a process used, in seconds (proc(5): clock ticks of 10 ms). */
const cpu = (pid: number): number => {
  const [, times = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
  const fields = times.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly mibPerSecond: number;
  readonly residentMiB: { readonly before: number; readonly most: number; readonly more: number };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

const measure = async (pid: number, files: number, work: () => Promise<void>): Promise<Measured> => {
  const [before, used, started] = [resident(pid), cpu(pid), performance.now()];
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, resident(pid))), 10);
  await work();
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1_000;
  return {
    seconds: tenths(seconds),
    cpuSeconds: tenths(cpu(pid) - used),
    mibPerSecond: Math.round((files * SIZE) / MIB / seconds),
    residentMiB: { before: tenths(before), most: tenths(most), more: tenths(most - before) },
  };
};

await runMain(async () => {
  const folder = mkdtempSync(join(tmpdir(), "govgraph-bench-files-"));
  const [issuerPort, port] = await freePorts(2);
  const issuer = await startIssuer({
    host: "127.0.0.1",
    port: issuerPort!,
    keyFile: join(folder, "issuer-key.json"),
    redirectUris: [],
    production: false,
  });
  const issuerUrl = `http://localhost:${issuerPort}/realms/gov`;
  const run = runNode(["--max-semi-space-size=64", projectPath("dist/gateway/main.js")], {
    GATEWAY_PORT: String(port),
    GATEWAY_ADMIN_PORT: "0",
    GATEWAY_NOTICE_MS: "0",
    GATEWAY_ISSUER_URL: issuerUrl,
    GATEWAY_CONTEXT_KEYS: createGatewayKey("bench"),
    GATEWAY_CURSOR_SECRET: "a secret of this measurement alone",
    GATEWAY_UPLOAD_KEY: createSigningKey("bench"),
    GATEWAY_FILES_FOLDER: join(folder, "files"),
    GATEWAY_FILES_MOST_MIB: String(SIZE / MIB),
    GATEWAY_FILES_MIB_A_DAY: "1000000",
  });
  await waitFor(run, () => run.output().includes('"LISTENING"'));
  const authorization = `Bearer ${(await requestToken(issuerUrl, "citizen-1"))!.token}`;
  const url = `http://127.0.0.1:${port}/files`;
  const upload = async (number: number, size = SIZE): Promise<string> => {
    const response = await fetch(url, {
      method: "POST",
      headers: { authorization, "content-type": "application/octet-stream" },
      body: Readable.toWeb(Readable.from(large(number, size))),
      duplex: "half",
    } as RequestInit);
    const { fileId, sha256 } = (await response.json()) as { fileId: string; sha256: string };
    const hash = createHash("sha256");
    for (const piece of large(number, size)) hash.update(piece);
    if (sha256 !== hash.digest("hex")) throw new Error(`The gateway answers ${response.status} and another SHA-256.`);
    return fileId;
  };
  const download = async (fileId: string): Promise<void> => {
    const response = await fetch(`${url}/${fileId}`, { headers: { authorization } });
    let bytes = 0;
    for await (const piece of response.body!) bytes += (piece as Uint8Array).length;
    if (bytes !== SIZE) throw new Error(`${bytes} bytes came.`);
  };
  const pid = run.child.pid!;
  try {
    // What a process loads and makes once is there before it is measured.
    for (let small = 100; small < 110; small++) await upload(small, MIB);
    let fileId = "";
    const results = {
      size: `${SIZE / MIB} MiB`,
      upload: await measure(pid, 1, async () => {
        fileId = await upload(1);
      }),
      [`${TOGETHER} uploads together`]: await measure(pid, TOGETHER, async () => {
        await Promise.all(Array.from({ length: TOGETHER }, (_, index) => upload(2 + index)));
      }),
      download: await measure(pid, 1, () => download(fileId)),
    };
    writeFileSync(projectPath("test/bench/results/files.json"), `${JSON.stringify(results, null, 2)}\n`);
    process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  } finally {
    run.child.kill("SIGTERM");
    await run.ended;
    await issuer.stop();
    rmSync(folder, { recursive: true });
  }
});
