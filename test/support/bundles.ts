/** Signed bundles of the fixture graph, and a server that gives the present one by its entity tag. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createSigningKey, parseTextSigner, type TextSigner } from "../../platform/auth/index.js";
import { BUNDLE_KIND, entityTag, printBundle, type Bundle } from "../../platform/bundle/index.js";
import type { FixtureSubgraph } from "./fixture-subgraphs.js";

/** A signer of its own. */
export const newSigner = (id: string): TextSigner => parseTextSigner(createSigningKey(id));

/** The bundle as it is served. */
export const signBundle = (bundle: Bundle, signer: TextSigner): Promise<string> =>
  signer.sign(printBundle(bundle), BUNDLE_KIND);

/** The supergraph at the addresses of running services. */
export const supergraphAt = (supergraph: string, subgraphs: readonly FixtureSubgraph[]): string =>
  subgraphs.reduce((text, { name, url }) => text.replace(`http://${name}.invalid/graphql`, url), supergraph);

/** A server of bundles. */
export interface BundleServer {
  readonly url: string;
  /** Serves the text from now on. */
  serve(signed: string): void;
  /** Answers everything with this status until it is set to 200 again. */
  fail(status: number): void;
  /** Statuses that were answered. */
  readonly answered: number[];
  stop(): Promise<void>;
}

/** Starts it on a free loopback port. */
export const startBundleServer = async (): Promise<BundleServer> => {
  let signed = "";
  let status = 200;
  const answered: number[] = [];
  const server = createServer((request, response) => {
    const tag = entityTag(signed);
    const code = status !== 200 ? status : request.headers["if-none-match"] === tag ? 304 : 200;
    answered.push(code);
    response.writeHead(code, { etag: tag, location: "http://127.0.0.1:1/" }).end(code === 200 ? signed : undefined);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bundle`,
    serve: (text) => void (signed = text),
    fail: (code) => void (status = code),
    answered,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
};
