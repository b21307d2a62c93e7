/** Requests to a bucket of any S3-compatible store, signed by AWS Signature Version 4 over the bytes' own SHA-256: other bytes than these are not taken. */
import { createHash, createHmac, type Hash, type Hmac } from "node:crypto";
import { createReadStream } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { SignatureV4 } from "@smithy/signature-v4";
import { Agent, request } from "undici";
import { requireTrusted } from "../http/index.js";

/** A bucket and who asks it. */
export interface BucketOptions {
  /** `https://host/bucket`, or `https://bucket.host/`; without TLS on this machine alone. */
  readonly url: string;
  /** Such as `us-east-1`, which stores without regions take too. */
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

/** A request. */
export interface BucketRequest {
  readonly method: "GET" | "HEAD" | "PUT" | "DELETE";
  /** Key of an object; empty for the bucket. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** A file that is sent. */
  readonly file?: { readonly path: string; readonly bytes: number; readonly sha256: string };
}

/** An answer; its body has to be read or thrown away. */
export interface BucketAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable & { text(): Promise<string>; dump(): Promise<void> };
}

/** A bucket. */
export interface Bucket {
  /** Throws a sentence for every status that is neither below 300 nor 404. */
  ask(request: BucketRequest): Promise<BucketAnswer>;
  close(): Promise<void>;
}

/** Waits before the next try of what a store did not do for its own reasons, in milliseconds. */
const PAUSES_MS = [200, 800];

/** SHA-256 and HMAC-SHA-256 of Node.js, as the signer takes them. */
class Sha256 {
  private readonly state: Hash | Hmac;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.state = secret === undefined ? createHash("sha256") : createHmac("sha256", secret as string | Buffer);
  }
  update(bytes: Uint8Array): void {
    this.state.update(bytes);
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.state.digest());
  }
  reset(): void {
    throw new Error("A hash is used once.");
  }
}

/** SHA-256 of no bytes. */
const OF_NOTHING = createHash("sha256").digest("hex");

/** Opens a bucket; nothing is asked yet. Throws a sentence for an address without TLS that is not this machine. */
export const openBucket = ({ url, region, keyId, secret }: BucketOptions): Bucket => {
  const base = requireTrusted(url);
  const folder = base.pathname.replace(/\/$/, "");
  const signer = new SignatureV4({
    service: "s3",
    region,
    credentials: { accessKeyId: keyId, secretAccessKey: secret },
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: false,
  });
  const dispatcher = new Agent({
    connections: 64,
    connect: { timeout: 2_000 },
    headersTimeout: 60_000,
    bodyTimeout: 60_000,
  });
  const send = async ({ method, key, query = {}, headers = {}, file }: BucketRequest): Promise<BucketAnswer> => {
    const path = `${folder}/${key}`;
    const signed = await signer.sign({
      method,
      protocol: base.protocol,
      hostname: base.hostname,
      path,
      query,
      headers: { ...headers, host: base.host, "x-amz-content-sha256": file?.sha256 ?? OF_NOTHING },
    });
    const search = new URLSearchParams(query).toString().replaceAll("+", "%20");
    const {
      statusCode,
      headers: answered,
      body,
    } = await request(`${base.origin}${path}${search && `?${search}`}`, {
      method,
      headers: { ...signed.headers, ...(file ? { "content-length": String(file.bytes) } : {}) },
      body: file ? createReadStream(file.path) : null,
      dispatcher,
    });
    return { status: statusCode, headers: answered, body };
  };
  /** Everything that is asked may be asked again. */
  const ask = async (asked: BucketRequest, [wait, ...more]: readonly number[]): Promise<BucketAnswer> => {
    const answer = await send(asked).catch((error: Error) => error);
    if (!(answer instanceof Error) && (answer.status < 300 || answer.status === 404)) return answer;
    const failed = answer instanceof Error ? answer : await failureOf(answer);
    const isTheirs = answer instanceof Error || answer.status >= 500 || answer.status === 429;
    if (!isTheirs || wait === undefined) throw failed;
    await pause(wait);
    return ask(asked, more);
  };
  return { ask: (asked) => ask(asked, PAUSES_MS), close: () => dispatcher.destroy() };
};

const failureOf = async ({ status, body }: BucketAnswer): Promise<Error> => {
  const [, code] = /<Code>(\w{1,64})<\/Code>/.exec(await body.text()) ?? [];
  return new Error(`The bucket answers ${status}${code === undefined ? "" : ` (${code})`}.`);
};
