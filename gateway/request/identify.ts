/** Who asks. */
import { ANONYMOUS, readBearer, type TokenVerifier, type Viewer } from "../../platform/auth/index.js";
import type { RegisteredApps } from "../apps/registered-apps.js";
import { addressOf, type GatewayRequest } from "./http-request.js";
import type { ChargedAnswer, RateLimit } from "./rate-limit.js";

/** No token is anonymous, a good token is its viewer. Throws UNAUTHENTICATED for a bad one. */
export const identify = async (request: GatewayRequest, verifier: TokenVerifier): Promise<Viewer> => {
  if (request.headers["authorization"] === undefined) return ANONYMOUS;
  const token = readBearer(request.headersDistinct["authorization"]);
  return token === undefined ? ANONYMOUS : verifier.verify(token);
};

/** What every door asks before anything else: who asks, and whether the app of the token may. */
export interface IdentifyOptions {
  readonly verifier: TokenVerifier;
  readonly apps: RegisteredApps;
}

/** Names the viewer and the app of a request. Throws UNAUTHENTICATED for a bad token, FORBIDDEN (APP_SUSPENDED). */
export const arrive = async (request: GatewayRequest, { verifier, apps }: IdentifyOptions): Promise<Viewer> => {
  request.viewer = await identify(request, verifier);
  request.registered = await apps.admit(request.viewer);
  return request.viewer;
};

/** What a door with a price of its own is made from. */
export interface PaidDoorOptions extends IdentifyOptions {
  readonly rate: RateLimit;
  readonly trustedProxies: number;
}

/** The same for that price, which who is refused pays too. Throws RATE_LIMITED beside what `arrive` throws. */
export const arrivePaying = async (
  request: GatewayRequest,
  response: ChargedAnswer,
  price: number,
  { trustedProxies, rate, ...options }: PaidDoorOptions,
): Promise<Viewer> => {
  request.address = addressOf(request, trustedProxies);
  try {
    return await arrive(request, options);
  } finally {
    await rate.charge(request, response, price);
  }
};

/** Does what a door does for who asks; a request that is refused before it costs anything is charged the least. Throws what `arrive` and the work do. */
export const whenArrived = async (
  request: GatewayRequest,
  response: ChargedAnswer,
  { trustedProxies, rate, ...options }: PaidDoorOptions,
  work: () => Promise<void>,
): Promise<void> => {
  request.address = addressOf(request, trustedProxies);
  try {
    await arrive(request, options);
    await work();
  } catch (refusal) {
    if (!request.charged) await rate.charge(request, response, 1);
    throw refusal;
  }
};
