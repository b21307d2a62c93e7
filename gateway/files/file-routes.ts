/** The doors of files: `POST /files` takes one of a signed-in viewer, `GET /files/{fileId}` gives it to who may read what holds it. */
import { Router, type Request, type Response } from "express";
import { parseSignerKeys, type TextSigner, type TokenVerifier, type Viewer } from "../../platform/auth/index.js";
import type { AgreementBook } from "../../platform/disclosure/decision/index.js";
import { localDateOf } from "../../platform/domain/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import { createReceiptReader, isReceipt, type FileStore } from "../../platform/files/index.js";
import { logEvent, type Logger, type Metrics } from "../../platform/telemetry/index.js";
import type { Clock } from "../clock.js";
import type { RegisteredApps } from "../apps/registered-apps.js";
import { clientOf } from "../request/client-of.js";
import type { GatewayRequest } from "../request/http-request.js";
import { arrivePaying } from "../request/identify.js";
import { notAllowed } from "../request/parameters.js";
import type { RateBuckets } from "../request/rate-buckets.js";
import type { RateLimit } from "../request/rate-limit.js";
import { createDayQuota, type DayQuota } from "./day-quota.js";
import { sendFile, type SentFile } from "./download.js";
import type { Holders } from "./holders.js";
import { createPlaces, DOWNLOAD_PLACES, UPLOAD_PLACES } from "./places.js";
import { checkUpload, linger, sendUpload, takeUpload } from "./upload.js";

/** What of files a gateway is given. */
export interface FilesOptions {
  readonly store: FileStore;
  /** Signs receipts of uploads. */
  readonly signer: TextSigner;
  /** Largest file. */
  readonly mostBytes: number;
  /** What one viewer may upload in a day. */
  readonly day: DayQuota;
}

/** What the doors are made from. */
export interface FileRoutesOptions extends FilesOptions {
  readonly holders: Holders;
  readonly verifier: TokenVerifier;
  readonly apps: RegisteredApps;
  readonly agreements: AgreementBook;
  readonly clock: Clock;
  readonly trustedProxies: number;
  readonly rate: RateLimit;
  readonly buckets: RateBuckets;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** Where they are. */
export const FILE_DOORS = "/files";

/** What a file costs of a client's rate, in units of weighted cost. */
const COST = 1_000;

/** Refusals that an operator is told of. */
const OUR_FAULTS: ReadonlySet<string> = new Set(["SERVICE_UNAVAILABLE", "UPSTREAM_UNAVAILABLE"]);

/** True where the other side ended the connection. */
const isLeft = (error: unknown): boolean =>
  ["ECONNRESET", "EPIPE", "ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED"].includes(
    (error as { code?: string }).code ?? "",
  );

/** Creates the doors. */
export const createFileRoutes = (options: FileRoutesOptions): Router => {
  const { store, signer, mostBytes, holders, agreements, clock, metrics, log } = options;
  const begin = createDayQuota(options.day, options.buckets);
  const [uploads, downloads] = [createPlaces(UPLOAD_PLACES), createPlaces(DOWNLOAD_PLACES)];
  const readReceipt = createReceiptReader(parseSignerKeys(signer.publicKey));

  /** Who asks, after the cost of asking was charged. */
  const admit = async (request: GatewayRequest, response: Response): Promise<{ viewer: Viewer; client: string }> => {
    const viewer = await arrivePaying(request, response, COST, options);
    return { viewer, client: clientOf(viewer, request.address) };
  };

  const upload = async (request: GatewayRequest, response: Response): Promise<void> => {
    const { viewer, client } = await admit(request, response);
    if (viewer.kind === "anonymous") throw new ServiceError("UNAUTHENTICATED");
    const sha256 = checkUpload(request, mostBytes);
    const leave = uploads.take(client);
    try {
      const charged = await begin(client);
      const answer = await takeUpload(request, { viewer, charged, sha256 }, { store, signer, mostBytes });
      metrics.files.inc({ outcome: "uploaded" });
      metrics.fileBytes.inc({ direction: "in" }, answer.bytes);
      sendUpload(response, answer);
    } finally {
      leave();
    }
  };

  const find = async (request: GatewayRequest, id: string, viewer: Viewer): Promise<SentFile> => {
    if (isReceipt(id)) return readReceipt(id, viewer);
    const asOf = clock();
    const held = agreements.held(viewer, localDateOf(asOf));
    const file = await holders.find(id, { viewer: { ...viewer, agreements: held }, asOf, ...request.trace! });
    if (!file) throw new ServiceError("NOT_FOUND");
    return file;
  };

  const download = async (request: Request, response: Response): Promise<void> => {
    const { viewer, client } = await admit(request, response);
    const leave = downloads.take(client);
    try {
      const file = await find(request, String(request.params["fileId"]), viewer);
      metrics.fileBytes.inc({ direction: "out" }, await sendFile(request, response, { file, store }));
      metrics.files.inc({ outcome: "downloaded" });
    } finally {
      leave();
    }
  };

  /** What fails without being a refusal is ours, or the other side has left. */
  const answered = async (request: GatewayRequest, response: Response, work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      if (response.destroyed || (request.destroyed && !request.complete)) {
        metrics.files.inc({ outcome: "cut-off" });
        if (!isLeft(error)) logEvent(log, "FILE_FAILED", { requestId: request.trace?.requestId, error });
        return void response.destroy();
      }
      metrics.files.inc({ outcome: "refused" });
      await linger(request);
      if (error instanceof ServiceError && !OUR_FAULTS.has(error.code)) throw error;
      logEvent(log, "FILE_FAILED", { requestId: request.trace?.requestId, error });
      throw error instanceof ServiceError ? error : unavailable(error);
    }
  };

  const routes = Router();
  routes.post(FILE_DOORS, (request, response) => answered(request, response, upload(request, response)));
  routes.get(`${FILE_DOORS}/:fileId`, (request, response) => answered(request, response, download(request, response)));
  routes.all(FILE_DOORS, () => {
    throw notAllowed("POST, OPTIONS");
  });
  routes.all(`${FILE_DOORS}/:fileId`, () => {
    throw notAllowed("GET, HEAD, OPTIONS");
  });
  return routes;
};

const unavailable = (cause: unknown): ServiceError =>
  new ServiceError("SERVICE_UNAVAILABLE", "Files can not be kept at the moment.", { reason: "FILE_STORE" }, { cause });
