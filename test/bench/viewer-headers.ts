/** Headers of requests as a viewer: the same token for all of them until it is about to expire. */
import { requestToken } from "../../infra/local/request-token.js";

/** A token is renewed this long before it expires. */
const RENEWAL_MS = 60_000;

/** Creates what gives the headers of a viewer. Throws where the issuer gives no token. */
export const createViewerHeaders = (issuerUrl: string): ((viewer: string) => Promise<Record<string, string>>) => {
  const tokens = new Map<string, { readonly token: string; readonly renewAt: number }>();
  return async (viewer) => {
    const json = { "content-type": "application/json" };
    if (viewer === "anonymous") return json;
    let known = tokens.get(viewer);
    if (known === undefined || performance.now() > known.renewAt) {
      const issued = await requestToken(issuerUrl, viewer);
      if (issued === undefined) throw new Error(`${issuerUrl} gave no token for ${viewer}.`);
      known = { token: issued.token, renewAt: performance.now() + issued.lifetimeMs - RENEWAL_MS };
      tokens.set(viewer, known);
    }
    return { ...json, authorization: `Bearer ${known.token}` };
  };
};
