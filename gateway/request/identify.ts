/** Who asks. */
import { ANONYMOUS, readBearer, type TokenVerifier, type Viewer } from "../../platform/auth/index.js";
import type { GatewayRequest } from "./http-request.js";

/** No token is anonymous, a good token is its viewer. Throws UNAUTHENTICATED for a bad one. */
export const identify = async (request: GatewayRequest, verifier: TokenVerifier): Promise<Viewer> => {
  if (request.headers["authorization"] === undefined) return ANONYMOUS;
  const token = readBearer(request.headersDistinct["authorization"]);
  return token === undefined ? ANONYMOUS : verifier.verify(token);
};
