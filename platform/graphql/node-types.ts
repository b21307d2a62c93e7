/** Types that clients find by a global id (Relay's Object Identification), as `npm run schema` wrote them down. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { projectPath } from "../config/index.js";

const nodeType = z.strictObject({
  type: z.string().min(1),
  /** The one field of its key. */
  key: z.string().min(1),
  /** Scalar of the key. */
  scalar: z.string().min(1),
  /** The review by which a key that looks personal is public, as its owner's SDL has it. */
  open: z.string().optional(),
  /** Service that owns it. */
  service: z.string().min(1),
});

/** A type that clients find by a global id. */
export type NodeType = z.infer<typeof nodeType>;

/** Those of all services, by name. Throws where `npm run schema` was never run. */
export const nodeTypes = (file = projectPath("schema/node-types.json")): readonly NodeType[] =>
  z.array(nodeType).parse(JSON.parse(readFileSync(file, "utf8")));
