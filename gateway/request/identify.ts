/** Who asks. */
import { ANONYMOUS, readBearer, type TokenVerifier, type Viewer } from "../../platform/auth/index.js";
import type { RegisteredApps } from "../apps/registered-apps.js";
import type { GatewayRequest } from "./http-request.js";

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
