/** The backend of a proposal: its address, and what lets us in. */
import type { JsonObject } from "../../../../platform/connect/json.js";
import { listAt, objectAt, textAt, type Description } from "./description.js";
import type { Proposal } from "./proposal.js";

const UNKNOWN = "https://backend.example";

/** The first server, with the defaults of its variables. */
const addressOf = ({ root }: Description): string | undefined => {
  const [server] = listAt(root, "/servers");
  const address = textAt(server, "/url")?.replaceAll(
    /\{([^}]+)\}/g,
    (_whole, name: string) => textAt(server, `/variables/${name}/default`) ?? "",
  );
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, origin, pathname } = new URL(address);
  return /^https?:$/.test(protocol) ? `${origin}${pathname}`.replace(/^http:/, "https:").replace(/\/$/, "") : undefined;
};

const authOf = (description: Description, subgraph: string): JsonObject | undefined => {
  const schemes = objectAt(description.root, "/components/securitySchemes");
  const [first] = Object.values(schemes);
  const scheme = description.resolve(first)?.part;
  const secret = { env: `${subgraph.toUpperCase().replaceAll("-", "_")}_BACKEND_SECRET` };
  const name = textAt(scheme, "/name");
  switch (textAt(scheme, "/type")) {
    case "apiKey":
      return name === undefined || textAt(scheme, "/in") === "cookie"
        ? undefined
        : { kind: textAt(scheme, "/in") === "query" ? "query" : "header", name, secret };
    case "http":
      return textAt(scheme, "/scheme")?.toLowerCase() === "basic"
        ? { kind: "basic", user: "govgraph", secret }
        : { kind: "bearer", secret };
    case "oauth2":
    case "openIdConnect":
      return { kind: "bearer", secret };
    default:
      return undefined;
  }
};

/** As the description says it; what it does not say is remarked. */
export const proposeBackend = (description: Description, subgraph: string, { remarks }: Proposal): JsonObject => {
  const url = addressOf(description);
  const auth = authOf(description, subgraph);
  if (url === undefined)
    remarks.push({
      path: ["backend", "url"],
      text: "The description names no whole address: write that of the service.",
    });
  if (auth)
    remarks.push({
      path: ["backend", "auth"],
      text: "The secret itself never stands here: set the variable where the subgraph runs, or name a file.",
    });
  return { url: url ?? UNKNOWN, ...(auth ? { auth } : {}), timeoutMs: 2_000 };
};
