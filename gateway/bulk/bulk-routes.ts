/** The door of bulk exports: `POST /bulk` answers one part of a list, packed by gzip, and says where the next one begins; nothing is kept between two. */
import { Router, type Request, type Response } from "express";
import { createPlaces } from "../files/places.js";
import { readJsonBody } from "../request/body.js";
import { clientOf } from "../request/client-of.js";
import { addressOf, type GatewayRequest } from "../request/http-request.js";
import { arrive } from "../request/identify.js";
import { checkMethod, notAllowed } from "../request/parameters.js";
import { refuseReceipt } from "../request/receipts.js";
import { createAnswerPart, type AnswerPartOptions } from "./answer-part.js";
import { readBulkInput } from "./bulk-input.js";
import { whenRead } from "./when-read.js";

/** Where it is. */
export const BULK_PATH = "/bulk";

/** Parts that are made at once, of one client and of a gateway: each holds its rows in memory. */
export const BULK_PLACES = { all: 8, ofClient: 2 } as const;

/** Creates the door. */
export const createBulkRoutes = (options: AnswerPartOptions): Router => {
  const routes = Router();
  const taken = createPlaces(BULK_PLACES, {
    reason: "BULK_PARTS",
    message: "Too many parts of exports are made at once: try again when one is done.",
  });
  const answer = createAnswerPart(options);
  routes.all(BULK_PATH, (incoming: Request, response: Response, next) => {
    const request: GatewayRequest = incoming;
    const run = async (): Promise<void> => {
      request.address = addressOf(request, options.trustedProxies);
      try {
        const viewer = await arrive(request, options);
        if (request.method !== "POST") throw notAllowed("POST, OPTIONS");
        checkMethod(request);
        refuseReceipt(request);
        const input = readBulkInput(request, await readJsonBody(request));
        const leave = taken.take(clientOf(viewer, request.address));
        await answer(request, response, input).finally(() => whenRead(request, response, leave));
      } catch (refusal) {
        // A request that is refused before it costs anything is charged the least.
        if (!request.charged) await options.rate.charge(request, response, 1);
        throw refusal;
      }
    };
    run().catch(next);
  });
  return routes;
};
