/** What a viewer is called where the name is nobody's business: stable for one subgraph, another for the next, and no way back. */
import { createHmac } from "node:crypto";
import type { Viewer } from "./viewer.js";

/** Says what is derived, so that the same secret gives another key elsewhere. */
const LABEL = "govgraph pseudonyms for subgraph ";

/** Who the viewer is, with the kind of name before it: no name of one kind is taken for one of another. */
export const subjectOf = ({ kind, subjectHash, username, clientId }: Viewer): string | undefined => {
  if (kind === "client") return clientId && `client ${clientId}`;
  return (subjectHash && `person ${subjectHash}`) ?? (username && `user ${username}`);
};

/** Calls viewers for one subgraph; undefined for who has no name. HMAC-SHA-256 under a key derived for the subgraph, base64url, 43 letters. */
export const createPseudonyms = (secret: string, subgraph: string): ((viewer: Viewer) => string | undefined) => {
  const key = createHmac("sha256", secret).update(LABEL).update(subgraph).digest();
  return (viewer) => {
    const subject = subjectOf(viewer);
    return subject === undefined ? undefined : createHmac("sha256", key).update(subject).digest("base64url");
  };
};
