/** The HTTP endpoints of loads, for officials' page and for machines (docs/imports-http.md); nothing heavy happens here. */
import express, { type Request, type Response, type Router } from "express";
import type { TokenVerifier } from "../../platform/auth/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import { fileNameOf } from "../../platform/import/index.js";
import {
  LOAD_LIMITS,
  STEP_FILES,
  type Asker,
  type LoadFolder,
  type LoadStore,
  type Upload,
} from "../../platform/loads/index.js";
import type { RegisteredApps } from "../apps/registered-apps.js";
import { readJsonBody } from "../request/body.js";
import type { GatewayRequest } from "../request/http-request.js";
import { arrivePaying } from "../request/identify.js";
import type { RateLimit } from "../request/rate-limit.js";
import { RequestRefusal } from "../request/request-refusal.js";
import type { TrustedDocuments } from "../trusted/trusted-documents.js";
import { readFrom, readId, readNewStep, readNewUpload } from "./load-input.js";
import { createAskers } from "./publisher.js";
import { createReceivePart } from "./receive-part.js";
import { toldLoad, toldUpload } from "./told-load.js";

/** What the endpoints are made from. */
export interface LoadRoutesOptions {
  readonly store: LoadStore;
  readonly folder: LoadFolder;
  readonly verifier: TokenVerifier;
  readonly apps: RegisteredApps;
  readonly rate: RateLimit;
  /** Says which apps may ask nothing but documents that they published: those load nothing. */
  readonly trusted: Pick<TrustedDocuments, "isHeld">;
  readonly trustedProxies: number;
  /** Secret of the hashes by which the history names who asked. */
  readonly secret: string;
  /** Told where store or folder fail. */
  readonly onFailure: (failure: { readonly requestId: string; readonly error: unknown }) => void;
}

/** What a request costs in units of the rate: reading, and what begins work or writes to disk. */
const COST = { read: 100, write: 5_000 } as const;

/** Uploads that a list tells. */
const LISTED = 100;

type Answer = (asker: Asker, request: Request, response: Response) => Promise<void>;

/** Creates the routes. */
export const createLoadRoutes = (options: LoadRoutesOptions): Router => {
  const { store, folder } = options;
  const routes = express.Router();
  const askerOf = createAskers(options.secret);
  const receivePart = createReceivePart(store, folder);

  /** The asker is known and charged before anything is read; what fails below is no fault of theirs. */
  const answer =
    (cost: number, work: Answer) =>
    (request: Request, response: Response, next: (error: unknown) => void): void => {
      const incoming: GatewayRequest = request;
      const run = async (): Promise<void> => {
        response.set("cache-control", "no-store");
        const viewer = await arrivePaying(incoming, response, cost, options);
        const asker = askerOf(viewer);
        if (await options.trusted.isHeld(viewer)) throw held();
        try {
          await work(asker, request, response);
        } catch (error) {
          if (error instanceof ServiceError) throw error;
          options.onFailure({ requestId: incoming.trace?.requestId ?? "", error });
          throw new ServiceError("SERVICE_UNAVAILABLE", undefined, {}, { cause: error });
        }
      };
      run().catch(next);
    };
  const uploadOf = async ({ agency }: Asker, request: Request): Promise<Upload> => {
    const upload = await store.find(agency, readId(request.params["id"]));
    if (upload === undefined) throw new ServiceError("NOT_FOUND");
    return upload;
  };
  const tell = async (asker: Asker, upload: Upload, response: Response, status = 200): Promise<void> => {
    const now = (await store.find(asker.agency, upload.id)) ?? upload;
    response.status(status).json(await toldLoad(now, store, folder));
  };

  routes.get(
    "/imports/kinds",
    answer(COST.read, async (_asker, _request, response) => void response.json({ kinds: await store.kinds() })),
  );
  routes.get(
    "/imports/uploads",
    answer(COST.read, async ({ agency }, _request, response) => {
      response.json({ uploads: (await store.list(agency, LISTED)).map(toldUpload) });
    }),
  );
  routes.post(
    "/imports/uploads",
    answer(COST.write, async (asker, request, response) => {
      const { kind, fileName } = readNewUpload(await readJsonBody(request), await store.kinds());
      const upload = await store.begin(asker, { kind, fileName: fileNameOf(fileName) }, LOAD_LIMITS.files);
      if (upload === undefined)
        throw new ServiceError(
          "LIMIT_EXCEEDED",
          `An agency has at most ${LOAD_LIMITS.files} files here at the same time.`,
          { reason: "LOAD_FILES" },
        );
      await tell(asker, upload, response, 201);
    }),
  );
  routes.get(
    "/imports/uploads/:id",
    answer(COST.read, async (asker, request, response) => tell(asker, await uploadOf(asker, request), response)),
  );
  routes.post(
    "/imports/uploads/:id/parts",
    answer(COST.write, async (asker, request, response) => {
      const upload = await uploadOf(asker, request);
      await receivePart(request, upload, readFrom(request.query["from"]));
      if (request.query["last"] === "true") await store.complete(upload, asker.by, {});
      await tell(asker, upload, response);
    }),
  );
  routes.post(
    "/imports/uploads/:id/steps",
    answer(COST.write, async (asker, request, response) => {
      const upload = await uploadOf(asker, request);
      const { name, options: given } = readNewStep(await readJsonBody(request));
      if (!upload.complete) throw refusedStep("LOAD_INCOMPLETE", "The file has not arrived whole.");
      if (!upload.kept && name !== "UNDO")
        throw refusedStep("LOAD_REMOVED", "The file was removed after its time: upload it again.");
      if (!(await store.ask(upload.id, { name, by: asker.by, options: given }))) throw busy();
      await tell(asker, upload, response, 202);
    }),
  );
  routes.post(
    "/imports/uploads/:id/remove",
    answer(COST.write, async (asker, request, response) => {
      const upload = await uploadOf(asker, request);
      const stepIds = await store.remove(upload.id);
      if (stepIds !== undefined) await folder.remove(upload.id, stepIds);
      else if (upload.kept) throw busy();
      await tell(asker, upload, response);
    }),
  );
  routes.get(
    "/imports/uploads/:id/steps/:step/:file",
    answer(COST.read, async (asker, request, response) => {
      const upload = await uploadOf(asker, request);
      const [id, file] = [
        readId(request.params["step"]),
        STEP_FILES.find((name) => `${name}.csv` === request.params["file"]),
      ];
      const step = (await store.steps(upload.id)).find((one) => one.id === id);
      if (step === undefined || file === undefined || !(await folder.has(id, file)))
        throw new ServiceError("NOT_FOUND");
      response.set({
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${file}.csv"`,
      });
      await new Promise<void>((done, failed) =>
        response.sendFile(
          folder.pathOf(id, file),
          { dotfiles: "allow", cacheControl: false, lastModified: false },
          (error) => (error ? failed(error) : done()),
        ),
      );
    }),
  );
  return routes;
};

/** Seconds after which it is worth asking again. */
const BUSY_S = 2;

/** The same request succeeds once the other step is done. */
const busy = (): ServiceError =>
  new RequestRefusal(
    "SERVICE_UNAVAILABLE",
    "Another step of this file is not done yet: ask again when it is.",
    { reason: "LOAD_BUSY" },
    { headers: { "retry-after": String(BUSY_S) } },
  );

const held = (): ServiceError =>
  new ServiceError("FORBIDDEN", "The app of this token is held to the documents that it published.", {
    reason: "OPERATION_NOT_REGISTERED",
  });

const refusedStep = (reason: "LOAD_INCOMPLETE" | "LOAD_REMOVED", message: string): ServiceError =>
  new ServiceError("RULE_VIOLATION", message, { reason });
