/** When the place of a part is free: its bytes lie in memory until the client has taken them. */
import type { ServerResponse } from "node:http";
import type { GatewayRequest } from "../request/http-request.js";

/** Longest time in which a client takes a part that was made, in milliseconds (docs/limits.md). */
export const PART_READ_MS = 60_000;

/** Calls back once the client has taken the answer or left; one that does neither in time is left. */
export const whenRead = (
  { socket }: Pick<GatewayRequest, "socket">,
  response: ServerResponse,
  free: () => void,
  readMs = PART_READ_MS,
): void => {
  if (response.destroyed || response.writableFinished) return free();
  // The connection and not the answer: one that waits behind another has none of its own yet.
  const late = setTimeout(() => socket.destroy(), readMs);
  response.once("close", () => {
    clearTimeout(late);
    free();
  });
};
