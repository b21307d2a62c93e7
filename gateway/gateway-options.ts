/** What a gateway is given, and what starting one gives. */
import type { ContextKeys, GatewayKeys, SignerKeys, TextSigner, TokenVerifier } from "../platform/auth/index.js";
import type { AgreementBook } from "../platform/disclosure/decision/index.js";
import type { ReceiptKeySet } from "../platform/receipts/index.js";
import type { Logger, PushMetrics, Tracing } from "../platform/telemetry/index.js";
import type { Clock } from "./clock.js";
import type { EngineName } from "./engine/engines.js";
import type { LoadEngine } from "./engine/query-engine.js";
import type { FilesOptions } from "./files/file-routes.js";
import type { BundleOptions } from "./generation/editions-of-bundles.js";
import type { Generation, SchemaEdition } from "./generation/generation.js";
import type { LiveOptions } from "./live/live.js";
import type { LoadsPlace } from "./loads/open-loads.js";
import type { Origins } from "./request/cross-origin.js";
import type { SlotLimits } from "./upstream/subgraph-slots.js";
import type { RateQuotas } from "./request/rate-limit.js";

/** What a gateway is given. */
export interface GatewayOptions {
  readonly host: string;
  readonly port: number;
  readonly admin: { readonly host: string; readonly port: number };
  readonly subgraphs: ReadonlyMap<string, string>;
  readonly contextKeys: GatewayKeys;
  /** Keys whose public halves partners read at /.well-known/http-message-signatures-directory. @default none */
  readonly partnerKeys?: ContextKeys;
  /** What signs receipts of answers, and the public keys of now and before. @default no receipts are given */
  readonly receipts?: { readonly signer: TextSigner; readonly keys: ReceiptKeySet } | undefined;
  /** Public keys under which apps verify what is pushed to them. @default nothing is pushed */
  readonly webhookSigners?: SignerKeys | undefined;
  /** Secret of the names by which partners know viewers. @default they are told none */
  readonly pseudonymSecret?: string;
  /** Secret that seals the cursors of the gateway's own lists. */
  readonly cursorSecret: string;
  readonly issuerUrl: string;
  /** Where the issuer's public keys are. @default below the issuer's address */
  readonly keySetUrl?: string;
  readonly clock: Clock;
  readonly explorer: boolean;
  /** Origins whose pages may read what the gateway answers. @default any */
  readonly origins?: Origins;
  /** Users that the explorer offers to sign in as. @default none */
  readonly demonstrationUsers?: readonly string[];
  readonly log: Logger;
  /** Where spans go. @default nowhere */
  readonly tracing?: Tracing | undefined;
  /** Sends metrics beside what stands at /metrics. @default they are read there alone */
  readonly pushMetrics?: PushMetrics | undefined;
  /** Reads what is taken into use at the start and at each reload. @default schema/supergraph.graphql and schema/policy.json */
  readonly edition?: () => SchemaEdition;
  /** Bundles of a registry that are followed instead. @default none, the schema files are read */
  readonly bundles?: Omit<BundleOptions, "addresses"> | undefined;
  /** Engine of each generation. @default the compiled one */
  readonly engine?: EngineName;
  /** Makes the engines instead. */
  readonly loadEngine?: LoadEngine;
  /** Data-sharing agreements. @default none, SHARED is then held by no one */
  readonly agreements?: AgreementBook;
  /** Public key that guards the operator's endpoints; without it there are none. */
  readonly operatorKey?: string;
  /** Longest time of one call to a subgraph and of a request, in milliseconds. @default 3000 and 10000 */
  readonly deadlines?: { readonly callMs: number; readonly requestMs: number };
  /** How many requests one service is asked at once. @default SLOT_LIMITS */
  readonly slots?: SlotLimits;
  /** What one client may use in a minute, and the database through which gateways share what was used. @default generous, for itself */
  readonly rate?: { readonly quotas?: RateQuotas; readonly store?: string | undefined };
  /** Database in which use is recorded, and the share of requests that is counted. @default none */
  readonly use?: { readonly store: string; readonly share: number };
  /** Database in which apps' documents are, and whether readers without a token may ask nothing else. @default none are */
  readonly documents?: { readonly store: string; readonly anonymousHeld: boolean } | undefined;
  /** How much is subscribed to at once. @default LIVE_LIMITS */
  readonly live?: LiveOptions["limits"];
  /** Where what publishers load is kept. @default they load nothing here */
  readonly loads?: LoadsPlace | undefined;
  /** Where uploaded files are kept, and how many are taken. @default none is */
  readonly files?: FilesOptions | undefined;
  /** Until it resolves, a gateway that is told to stop says so at /readyz and goes on serving. @default no notice */
  readonly notice?: () => Promise<unknown>;
  /** Proxies before the gateway. @default 0 */
  readonly trustedProxies?: number;
  /** @default a verifier of the issuer's tokens */
  readonly verifier?: TokenVerifier;
}

/** A running gateway. */
export interface RunningGateway {
  readonly url: string;
  readonly adminUrl: string;
  /** Takes what there is now into use, as the operator's endpoint does. Throws where it is no good; what was in use stays. */
  reload(): Promise<Generation>;
  stop(): Promise<void>;
}
