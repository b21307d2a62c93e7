/** Requests to services: equal ones at the same time are one, whoever is waiting for it (decision 63). */
import { ANONYMOUS, type Viewer } from "../../platform/auth/index.js";
import { createGraphQLError } from "../../platform/errors/index.js";
import type { GatewayContext } from "../context.js";
import { createSharing } from "../sharing.js";
import { Waiters, type Gone } from "../waiters.js";
import { inTime } from "../waiting-line.js";
import type { Exchanged } from "./exchange.js";
import { readAnswer } from "./read-answer.js";
import type { SubgraphAnswer, SubgraphOperation } from "./subgraph.js";

/** What a service gave, and what the one who began reads of it. An engine changes what it reads, so others read the text anew. */
export interface Given {
  readonly exchanged: Exchanged;
  readonly answer: SubgraphAnswer;
}

/** A request to a service, by everything that its answer could differ by. */
export interface Call {
  readonly service: string;
  /** Where it is: another edition may ask it elsewhere. */
  readonly address: string;
  /** The bytes that are sent: document and variables. */
  readonly body: string;
  readonly policyHash: string;
  /** Who asks, as far as it makes a difference. */
  readonly viewer: Viewer;
  /** Light and heavy ones wait in lines of their own. */
  readonly isHeavy: boolean;
  readonly context: GatewayContext;
  /** Told where an equal one is under way. */
  readonly joined: () => void;
}

/** Who the service is told that asks: nobody, where it makes no difference. */
export const viewerOf = (
  { sameForAll = false }: SubgraphOperation,
  { viewer }: Pick<GatewayContext, "viewer">,
): Viewer => (sameForAll ? ANONYMOUS : viewer);

/** The key of a call. */
export const callKey = ({ service, address, body, policyHash, viewer, isHeavy, context }: Call): string =>
  `${JSON.stringify([service, address, policyHash, viewer, context.today, context.language, isHeavy])}${body}`;

/** Calls that are under way. */
export interface SharedCalls {
  /**
   * Makes the call, or waits for an equal one that is under way: no longer than its own time and its own client. A call goes on as long as
   * somebody waits for it; `gone` of those tells when nobody does.
   */
  run(call: Call, make: (gone: Gone) => Promise<Given>): Promise<SubgraphAnswer>;
  /** Nobody joins what has begun before a mutation ended. */
  forget(): void;
}

/** Creates them; nothing is kept longer than it is under way. */
export const createSharedCalls = (): SharedCalls => {
  const sharing = createSharing<Given>();
  return {
    async run(call, make) {
      const { gone, asOf, deadlineAt } = call.context;
      const late = (): Error => createGraphQLError("UPSTREAM_TIMEOUT", undefined, { service: call.service });
      if (gone.aborted) throw late();
      const waiters = new Waiters();
      let isWaiting = true;
      const leave = (): void => {
        if (isWaiting) waiters.leave();
        isWaiting = false;
      };
      gone.addEventListener("abort", leave);
      try {
        const { answer, joined } = sharing.run({ key: callKey(call), asOf: asOf.getTime(), waiters }, () =>
          make(waiters.gone),
        );
        if (!joined) return (await answer).answer;
        call.joined();
        return readAnswer((await inTime(answer, { deadlineAt, gone }, late)).exchanged);
      } finally {
        gone.removeEventListener("abort", leave);
        leave();
      }
    },
    forget: sharing.forget,
  };
};
