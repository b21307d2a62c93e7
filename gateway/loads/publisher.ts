/** Who may load: publishers, each for their own agency alone; to others it is as closed as a field that they may not read. */
import { createHmac } from "node:crypto";
import { hasRole, type Viewer } from "../../platform/auth/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import type { Asker } from "../../platform/loads/index.js";
import { clientOf } from "../request/client-of.js";

/** Says what is derived, so that the same secret gives another hash elsewhere. */
const LABEL = "govgraph who asked for a load\n";

/** Names who asks to the history. Throws UNAUTHENTICATED without a token, FORBIDDEN for whoever publishes for no agency. */
export const createAskers =
  (secret: string): ((viewer: Viewer) => Asker) =>
  (viewer) => {
    if (viewer.kind === "anonymous") throw new ServiceError("UNAUTHENTICATED");
    if (!hasRole(viewer, "agency_publisher") || viewer.agencyUscc === undefined) throw new ServiceError("FORBIDDEN");
    const by = createHmac("sha256", secret).update(LABEL).update(clientOf(viewer, undefined)).digest("base64url");
    return { agency: viewer.agencyUscc, by };
  };
