/** Answers what the gateway asks of files: whether its viewer may read one, and which of many some object holds. */
import type { ServerResponse } from "node:http";
import { z } from "zod";
import type { SignedContext } from "../auth/index.js";
import { runWork } from "../database/index.js";
import { findAttached, heldAmong } from "../files/attached/index.js";
import { sendJson } from "../http/index.js";
import { dependenciesOf, type RequestBasis } from "./ask.js";
import type { SubgraphDefinition } from "./definition.js";
import type { BatchCall } from "./loading.js";
import { beginWork, type RequestLimits } from "./signed-request.js";
import type { HeldFile } from "./wire.js";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the door is made from. */
export interface FileDoorOptions {
  readonly basis: RequestBasis;
  readonly limits: RequestLimits;
}

/** Answers for the file of that id. */
export type FileDoor = (signed: SignedContext, id: string, response: ServerResponse) => Promise<void>;

/** Creates the door: 404 alike for a file that is not there and one whose object the viewer may not read. */
export const createFileDoor =
  <Services>(
    { files, createServices }: Pick<SubgraphDefinition<Services>, "files" | "createServices">,
    { basis, limits }: FileDoorOptions,
  ): FileDoor =>
  async (signed, id, response) => {
    const find = async (): Promise<HeldFile | undefined> => {
      const found = files && ID.test(id) ? await findAttached(basis.db, id) : undefined;
      const mayRead = found && files?.[found.holderKind];
      if (!mayRead || !(await mayRead(found.holderKey, createServices(dependenciesOf(basis, signed)))))
        return undefined;
      const { sha256, name, mediaType } = found;
      return { sha256, name, mediaType };
    };
    await runWork(beginWork(signed, limits, response), async () => {
      const file = await find();
      if (file) sendJson(response, 200, JSON.stringify(file));
      else sendJson(response, 404, '{"errors":[]}');
    });
  };

/** Most files that are asked about in one call. */
const ASKED = z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(1_000);

/** The batch call `heldFiles` of a service. Throws where it is asked about something else than at most 1,000 SHA-256. */
export const heldFilesOf =
  ({ files }: Pick<SubgraphDefinition<never>, "files">): BatchCall =>
  async (input, { db }) => {
    const asked = ASKED.parse(input);
    return files ? heldAmong(db, asked) : [];
  };
