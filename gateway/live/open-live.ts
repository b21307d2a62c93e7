/** Opens a gateway's subscriptions as its options say. */
import { createCursorCodec } from "../../platform/graphql/lists/index.js";
import { logEvent } from "../../platform/telemetry/index.js";
import type { GatewayOptions } from "../gateway-options.js";
import { CALL_DEADLINE_MS } from "../upstream/http-subgraph.js";
import { createLive, type Live, type LiveOptions } from "./live.js";

/** Opens them; no journal is read while nobody subscribes. */
export const openLive = (
  { contextKeys, cursorSecret, deadlines, live, log }: GatewayOptions,
  shared: Pick<LiveOptions, "addresses" | "onSteps">,
): Live =>
  createLive({
    ...shared,
    keys: contextKeys,
    cursors: createCursorCodec(cursorSecret),
    callMs: deadlines?.callMs ?? CALL_DEADLINE_MS,
    limits: live,
    onFailure: (error) => logEvent(log, "SUBSCRIPTION_FAILED", { error }),
  });
