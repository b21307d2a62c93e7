/** Who asks, by the token of a request. */
import type { IncomingMessage } from "node:http";
import { ANONYMOUS, readBearer, type TokenVerifier, type Viewer } from "../../platform/auth/index.js";

/** No token is anonymous, a good token is its viewer. Throws UNAUTHENTICATED for a bad one. */
export const identify = async (request: IncomingMessage, verifier: TokenVerifier): Promise<Viewer> => {
  if (request.headers["authorization"] === undefined) return ANONYMOUS;
  const token = readBearer(request.headersDistinct["authorization"]);
  return token === undefined ? ANONYMOUS : verifier.verify(token);
};
