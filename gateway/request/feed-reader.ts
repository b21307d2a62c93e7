/** Knows the process that pushes changes to apps: what it asks is charged and counted as its own, and read as nobody's. */
import {
  ANONYMOUS,
  FEED_READER_HEADER,
  isFeedReader,
  type SignerKeys,
  type Viewer,
} from "../../platform/auth/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import { headerOf, type GatewayRequest } from "./http-request.js";

/** As which client it is charged and counted; a client of a realm has no space in its id. */
const PUSHER: Viewer = { ...ANONYMOUS, kind: "client", clientId: "govgraph webhooks" };

/** Names who asks where it is that process. Throws UNAUTHENTICATED where it says so and no signer holds. */
export type KnowFeedReader = (request: GatewayRequest) => Promise<void>;

/** Creates it; a gateway without signers knows none, and takes it for anybody. */
export const createKnowFeedReader =
  (signers: SignerKeys | undefined, now: () => number = Date.now): KnowFeedReader =>
  async (request) => {
    const signed = headerOf(request, FEED_READER_HEADER);
    if (signed === undefined || signers === undefined || request.viewer?.kind !== "anonymous") return;
    if (!(await isFeedReader(signed, signers, now())))
      throw new ServiceError("UNAUTHENTICATED", "The feed reader is none that this gateway knows.");
    request.asker = PUSHER;
  };
